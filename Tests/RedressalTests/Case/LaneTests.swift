import Redressal
import RedressalTesting
import Testing

/// A complaint that is handed over into the lane for sensitive cases, by the shipped definitions (ADR 0023).
@Suite struct LaneTests {
    @Test func whatIsHandedOverGoesOnInTheLaneAndIsOneMoreTransferHere() throws {
        let town = try SensitiveTown()
        try town.handOver()
        let left = try #require(town.scenario.state())
        let hidden = try town.hidden()
        #expect(left.state == "closed_transferred" && left.closed != nil && left.timers.isEmpty)
        #expect(hidden.workflow.name == "sensitive_case" && hidden.state == "disclosed")
        #expect(hidden.office == "kp-abbottabad-safeguarding")
        #expect(hidden.fields["survivor_ref"] == "citizen-1" && hidden.fields["respondent_ref"] == "kp-bhu-1-in-charge")
        #expect(hidden.fields["summary"] == nil && hidden.fields["category"] == nil)
        #expect(town.scenario.undelivered.isEmpty)
    }

    @Test(arguments: ["u-205", "u-206", "u-211", "u-204", "u-203", "u-201", "u-207", "u-208"])
    func nobodyOfTheOrdinaryOfficesSeesEitherOfThem(_ account: String) throws {
        let town = try SensitiveTown()
        try town.handOver()
        let sight = town.sight(account)
        #expect(try !sight.sees(town.left()) && !sight.sees(town.hidden()))
        #expect(sight.offices.allSatisfy { !$0.contains("safeguarding") })
    }

    @Test func whoDidSomethingInItIsToldThatOthersHaveItAndNobodyElse() throws {
        let town = try SensitiveTown()
        #expect(try town.sight("u-205").sees(town.left()) && !town.sight("u-205").touched(town.left()))
        try town.handOver()
        #expect(try town.sight("u-205").touched(town.left()))
        // Their superiors, the auditor, the person complained about, another unit, and the lane itself.
        for account in ["u-206", "u-204", "u-207", "u-221", "u-222", "u-265"] {
            #expect(try !town.sight(account).touched(town.left()), "\(account)")
        }
    }

    @Test func theBorderIsKnownByTheTieAndByTheEventBeforeIt() throws {
        let town = try SensitiveTown()
        try town.handOver()
        let border = town.scenario.catalog.laneBorder
        #expect(border == LaneBorder(workflows: ["sensitive_case"], events: ["ComplaintHandedOver"]))
        var filter = CaseFilter()
        town.sight("u-205").narrow(&filter)
        #expect(filter.border == border && town.sight("u-207").auditScope?.border == border)
    }

    @Test func theLaneSeesItAndItsOwnAuditorReadsNothingPersonal() throws {
        let town = try SensitiveTown()
        try town.handOver()
        for account in ["u-265", "u-261", "u-262", "u-263", "u-264"] {
            #expect(try town.sight(account).sees(town.hidden()), "\(account)")
            #expect(try !town.sight(account).sees(town.left()), "\(account)")
        }
        #expect(town.sight("u-264").auditScope?.offices?.contains("kp-abbottabad-safeguarding") == true)
        #expect(throws: PersonalDataRefusal.self) { try town.personal("u-264").standing(on: town.hidden()) }
        #expect(try town.personal("u-265").standing(on: town.hidden()).name == .post)
        let district = DefinitionCatalog.officesCounted(for: town.sight("u-261"))
        #expect(district == [])
    }

    @Test func itsOwnPeopleFollowItAndWithdrawWithoutAReason() throws {
        let town = try SensitiveTown()
        try town.handOver()
        #expect(try town.sight("citizen-1").sees(town.left()) && town.sight("citizen-1").sees(town.hidden()))
        let offers = try town.scenario.catalog.offers(to: "citizen-1", on: town.hidden(), at: town.scenario.now)
        #expect(offers.filter { $0.refusal == nil }.map(\.action.name) == ["withdraw"])
        try town.scenario.as("citizen-1", role: "survivor").does("withdraw", to: town.hidden().id)
        #expect(try town.hidden().state == "closed_by_choice")
    }

    /// Also not by those who could reopen, rate or appeal against a transfer.
    @Test func nobodyDoesAnythingMoreAboutWhatWasHandedOver() throws {
        let town = try SensitiveTown()
        try town.handOver()
        #expect(throws: Rejection.self) {
            try town.scenario.as("citizen-1", role: "complainant").does("reopen", ["note": .boxed("a")])
        }
        #expect(throws: Rejection.self) {
            try town.scenario.as(
                "u-204", role: "supervisor_l2", post: "kp-abbottabad-deputy-commissioner", office: "kp-abbottabad"
            )
            .does("reopen", ["reason_code": "pressed"])
        }
        for account in ["citizen-1", "u-205", "u-204"] {
            #expect(try town.scenario.catalog.offers(to: account, on: town.left(), at: town.scenario.now).isEmpty)
        }
    }

    @Test func nothingOfTheLaneIsToldToTheCaseThatItCameFrom() throws {
        let town = try SensitiveTown()
        try town.handOver()
        let before = try town.left()
        try town.focal.does("take_over", to: town.hidden().id)
        #expect(try town.hidden().state == "safety_check" && town.hidden().assignee?.user == "u-265")
        #expect(try town.left() == before)
        #expect(town.scenario.undelivered.isEmpty)
    }

    @Test func onlyWhoIsTrainedTakesItOver() throws {
        let town = try SensitiveTown(untrained: ["u-265"])
        try town.handOver()
        #expect(throws: Rejection.self) { try town.focal.does("take_over", to: town.hidden().id) }
    }

    @Test func afterADayWithoutActionItClimbsPastTheRespondent() throws {
        let town = try SensitiveTown(respondent: "kp-safeguarding-head")
        try town.handOver()
        // Nobody under the respondent judges them.
        #expect(throws: Rejection.self) { try town.focal.does("take_over", to: town.hidden().id) }
        try town.scenario.at(town.scenario.now.advanced(bySeconds: 86_400 + 60))
        let raised = try town.scenario.facts(of: town.hidden().id).compactMap { fact -> EscalationRaised? in
            if case .escalationRaised(let raised) = fact { raised } else { nil }
        }
        #expect(raised.first?.user == "u-262" && raised.first?.ladder == "safeguarding")
        #expect(raised.first?.skipped.map(\.reason) == [.conflict])
    }

    @Test func theFocalPostIsToldAtOnceByNightToo() throws {
        let town = try SensitiveTown()
        try town.handOver()
        let catalog = town.scenario.catalog
        let rules = try #require(catalog.notifications.rules(of: "sensitive_case"))
        let hidden = try town.hidden()
        let opening = try #require(town.scenario.log.first { $0.record.case == hidden.id })
        let notices = rules.notices(
            of: opening.record, hash: opening.hash, state: hidden, parties: ["survivor"], org: catalog.org,
            now: town.scenario.now)
        #expect(notices.map(\.recipient) == [.post("kp-abbottabad-safeguarding-focal")])
        #expect(notices.map(\.after) == [town.scenario.now] && notices.map(\.template) == ["attention"])
        // Not gathered into a message with others.
        #expect(notices.map(\.bundle) == notices.map(\.id))
        let night = try #require(Instant("2026-04-08T21:00:00Z"))
        let verdict = Dispatch(catalog, at: night).verdict(
            on: notices[0].recipient, isUrgent: notices[0].isUrgent, of: hidden)
        #expect(verdict == .send(.account("u-265"), language: "en"))
        #expect(Dispatch(catalog, at: night).verdict(on: .party, isUrgent: false, of: hidden) == .suppress(.unknown))
    }

    @Test func casesOfALaneAreNowhereButInItsOffices() throws {
        let town = try SensitiveTown()
        let clerk = town.scenario.as("u-205", role: "intake")
        #expect(throws: Rejection.self) { try clerk.opens("sensitive_case", as: CaseID("stray"), office: "kp-bhu-1") }
        #expect(throws: Rejection.self) {
            try clerk.opens(
                "complaint", as: CaseID("stray"), office: "kp-safeguarding", ["summary": .boxed("a"), "language": "en"])
        }
        #expect(throws: Rejection.self) {
            try town.scenario.as(
                "u-206", role: "triage_officer", post: "kp-abbottabad-cell-officer", office: "kp-abbottabad-cell"
            )
            .does("redirect", ["office_id": "kp-safeguarding", "reason_code": "wrong_office"])
        }
    }

    /// Where nobody would take it, it stays with those who have it.
    @Test func nothingIsHandedOverToNobody() throws {
        let town = try SensitiveTown(office: "kp-former-scheme")
        #expect(throws: Rejection.self) { try town.handOver() }
        #expect(try town.left().closed == nil)
    }
}
