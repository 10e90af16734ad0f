import Redressal
import Testing

/// What is not changed of who is away and who sits where, and why.
@Suite struct OrganisationRefusalTests {
    private static func refusal(
        _ change: OrganisationChange, in text: String = WellTown.text
    ) throws -> OrganisationRefusal? {
        do {
            _ = try WellTown.making(change, in: text)
            return nil
        } catch let refusal as OrganisationRefusal {
            return refusal
        }
    }

    @Test(
        arguments: [
            ("u-8", "2026-04-13", "2026-04-14", "u-4", .unknownPerson),
            ("u-1", "2026-04-13", "2026-04-14", "u-8", .unknownPerson),
            ("u-1", "2026-04-09", "2026-04-14", "", .past), ("u-1", "2026-04-14", "2026-04-13", "", .endBeforeBegin),
            ("u-1", "2026-04-13", "", "u-4", .deputyWithoutEnd), ("u-1", "2026-04-13", "2026-04-14", "u-1", .ownDeputy),
            ("u-3", "2026-05-08", "2026-05-20", "", .alreadyAway),
            ("u-3", "2026-05-04", "2026-05-08", "u-2", .unchanged),
            ("u-1", "2026-04-13", "2026-04-14", "u-2", .deputyAway),
            ("u-1", "2026-05-08", "2026-05-14", "u-3", .deputyAway),
            ("u-1", "2026-04-13", "2026-04-14", "u-5", .oversight),
            ("u-5", "2026-04-13", "2026-04-14", "u-1", .guarded), ("u-5", "2026-04-13", "2026-04-14", "u-4", .guarded),
            ("u-5", "2026-04-13", "2026-04-14", "", nil), ("u-6", "2026-04-13", "2026-04-14", "u-4", nil),
            ("u-6", "2026-04-13", "2026-06-01", "u-4", .guarded), ("u-1", "2026-05-09", "2026-05-14", "u-3", nil),
            ("u-1", "2026-06-02", "2026-06-03", "u-6", .oversight),
        ] as [(String, String, String, String, OrganisationRefusal?)])
    func anAbsenceThatCannotBeIsRefused(
        _ user: String, _ first: String, _ last: String, _ deputy: String, _ refusal: OrganisationRefusal?
    ) throws {
        let change = OrganisationChange.away(
            user: user, first: try WellTown.day(first), last: CivilDate(last), deputy: deputy.isEmpty ? nil : deputy)
        #expect(try Self.refusal(change) == refusal)
    }

    @Test(
        arguments: [
            ("none", "u-4", "2026-04-13", .unknownPost), ("chief", "u-8", "2026-04-13", .unknownPerson),
            ("chief", "u-4", "2026-04-09", .past), ("chief", "u-1", "2026-04-13", .unchanged),
            ("clerk", "", "2026-04-13", .unchanged), ("chief", "u-5", "2026-04-13", .oversight),
            ("chief", "u-6", "2026-04-13", .oversight), ("audit", "u-4", "2026-04-13", .guarded),
            ("audit", "", "2026-04-13", .guarded), ("nurse", "u-4", "2026-04-13", .guarded),
            ("gate", "u-4", "2026-04-13", nil),
        ] as [(String, String, String, OrganisationRefusal?)])
    func aSeatThatCannotBeIsRefused(
        _ post: String, _ user: String, _ day: String, _ refusal: OrganisationRefusal?
    ) throws {
        let change = OrganisationChange.seat(post: post, user: user.isEmpty ? nil : user, on: try WellTown.day(day))
        #expect(try Self.refusal(change) == refusal)
    }

    @Test func whatIsOverIsNotEnded() throws {
        let leave = try #require(Instant("2026-05-03T19:00:00Z"))
        #expect(try Self.refusal(.back(user: "u-3", from: leave, on: try WellTown.day("2026-05-09"))) == .overBefore)
        #expect(
            try Self.refusal(.back(user: "u-3", from: WellTown.now, on: try WellTown.day("2026-05-05"))) == .unchanged)
        #expect(try Self.refusal(.back(user: "u-3", from: leave, on: try WellTown.day("2026-04-09"))) == .past)
    }

    /// Not a word of it is guessed.
    @Test func aTextThatCannotBeChangedInPlacesIsRefused() throws {
        let text = WellTown.text.replacing(
            "holder: u-1}", with: "holder: u-1, covers: [town]}"
        ).replacing("  chief: {office", with: "  chief: &chief {office")
        let block = WellTown.text.replacing(
            "  clerk: {office: town, roles: [intake]}",
            with: "  clerk:\n    office: town\n    roles: [intake]\n    holder:\n      user: u-4")
        #expect(
            try Self.refusal(.seat(post: "clerk", user: "u-1", on: try WellTown.day("2026-04-13")), in: block)
                == .notEditable)
        #expect(
            try Self.refusal(.seat(post: "chief", user: "u-4", on: try WellTown.day("2026-04-13")), in: text) == nil)
    }
}
