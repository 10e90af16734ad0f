import Redressal
import Testing

/// Whether it is right to send, judged by the case as it stands.
@Suite struct DispatchTests {
    private static let sealed = SealedValue(subject: "citizen", box: "box")

    @Test func theCitizenIsWrittenToInTheirLanguageAtTheirSafeContact() throws {
        let world = try NoticeWorld()
        #expect(world.verdict(on: .party) == .send(.sealed(Self.sealed, "safe_contact"), language: "ur"))
        for (wanted, language) in [("km", "km"), ("bal", "en"), ("other", "en")] {
            let world = try NoticeWorld(["language": .string(wanted)])
            #expect(world.verdict(on: .party) == .send(.sealed(Self.sealed, "safe_contact"), language: language))
        }
    }

    @Test func safeContactRulesHold() throws {
        let table: [(NoticeWorld, SuppressionReason)] = [
            (try NoticeWorld(["may_leave_message": .boolean(false)]), .notWanted),
            (try NoticeWorld(["anonymous": .boolean(true)]), .anonymous),
            (try NoticeWorld(without: ["safe_contact"]), .noAddress),
            // In clear there is none: somebody else's program wrote it.
            (try NoticeWorld(["safe_contact": .string("0300")]), .noAddress),
        ]
        for (world, reason) in table { #expect(world.verdict(on: .party) == .suppress(reason)) }
        let wanted = try NoticeWorld(["may_leave_message": .boolean(true), "anonymous": .boolean(false)])
        #expect(wanted.verdict(on: .party) == .send(.sealed(Self.sealed, "safe_contact"), language: "ur"))
    }

    @Test func aCaseThatWentOnInALaneIsSilentToItsPeopleEvenForWhatWaitsAlready() throws {
        var world = try NoticeWorld()
        world.state.counts["mark_sensitive"] = 1
        #expect(world.verdict(on: .party) == .suppress(.silent))
        #expect(world.verdict(on: .post("cell-head"), isUrgent: true) == .send(.account("head"), language: "en"))
    }

    @Test func anImportedPastAndUnknownCasesTellNobody() throws {
        var world = try NoticeWorld()
        world.state.historical = true
        #expect(world.verdict(on: .party) == .suppress(.historical))
        #expect(world.verdict(on: .account("handler")) == .suppress(.historical))
        let dispatch = Dispatch(world.catalog, at: NoticeWorld.noon)
        #expect(dispatch.verdict(on: .party, isUrgent: false, of: nil) == .suppress(.unknown))
    }

    /// Not the person, not those under or related to them, not their office; and whoever is above may be told.
    @Test func nothingGoesToWhoIsComplainedAboutNorToTheirOffice() throws {
        let people = [Person(id: "commissioner", relatives: ["secretary"])]
        let table: [(respondent: String, recipient: MessageRecipient, isTold: Bool)] = [
            ("handler", .account("handler"), false), ("cell-handler", .account("handler"), false),
            ("cell-handler", .post("cell-handler"), false),
            // They share an office.
            ("handler", .account("head"), false), ("cell-handler", .post("cell-clerk"), false),
            ("handler", .account("commissioner"), true),
            // Under the respondent.
            ("district-head", .account("handler"), false),
            // Related to the respondent.
            ("commissioner", .account("secretary"), false),
            ("citizen", .account("handler"), true),
        ]
        for row in table {
            let world = try NoticeWorld(["respondent_ref": .string(row.respondent)], people: people)
            let verdict = world.verdict(on: row.recipient)
            #expect((verdict != .suppress(.respondent)) == row.isTold, "\(row)")
        }
    }

    @Test func officersWhoAreAwayAreNotDisturbed() throws {
        let away = Absence(user: "handler", from: NoticeWorld.noon, to: NoticeWorld.noon.advanced(bySeconds: 60))
        let world = try NoticeWorld(absences: [away])
        #expect(world.verdict(on: .account("handler")) == .suppress(.absent))
        #expect(world.verdict(on: .post("cell-handler")) == .suppress(.absent))
        let back = NoticeWorld.noon.advanced(bySeconds: 60)
        #expect(world.verdict(on: .account("handler"), at: back) == .send(.account("handler"), language: "en"))
    }

    @Test func anEmptySeatAndARoleThatNobodyHasReachNobody() throws {
        let world = try NoticeWorld()
        #expect(world.verdict(on: .post("nowhere")) == .suppress(.nobody))
        #expect(world.verdict(on: .role("safeguarding_lead")) == .suppress(.nobody))
    }

    @Test func quietHoursAreThoseOfTheOfficesZoneButNotForDangerToLife() throws {
        // 22:00 in Pakistan; the quiet hours end at 07:00, which is 02:00 UTC.
        let night = NoticeWorld.noon.advanced(bySeconds: 10 * 3600)
        let morning = NoticeWorld.noon.advanced(bySeconds: 19 * 3600)
        let world = try NoticeWorld()
        #expect(world.verdict(on: .party, at: night) == .postpone(morning))
        #expect(world.verdict(on: .account("handler"), at: night) == .postpone(morning))
        let urgent = world.verdict(on: .account("handler"), isUrgent: true, at: night)
        #expect(urgent == .send(.account("handler"), language: "en"))
        #expect(world.verdict(on: .party, at: morning) == .send(.sealed(Self.sealed, "safe_contact"), language: "ur"))
        let danger = try NoticeWorld(severity: "life_safety")
        #expect(danger.verdict(on: .party, at: night) == .send(.sealed(Self.sealed, "safe_contact"), language: "ur"))
        // What is not to be sent at all does not wait.
        let unwanted = try NoticeWorld(["may_leave_message": .boolean(false)])
        #expect(unwanted.verdict(on: .party, at: night) == .suppress(.notWanted))
    }
}
