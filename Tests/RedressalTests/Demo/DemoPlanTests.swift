import Redressal
import Testing

/// The figures of the four plans, counted over the folded states.
@Suite struct DemoPlanTests {
    private let run: DemoRun

    init() throws {
        self.run = try DemoRun.shipped()
    }

    /// A plan's actions by state, read from the cases that carry its id.
    private func counts(_ plan: String) -> [String: Int] {
        let actions = self.run.fold.cases.values.filter { $0.fields["jaap_id"] == .string(plan) }
        return Dictionary(grouping: actions, by: \.state).mapValues(\.count)
    }

    @Test func threePlansAreAddressedInFullAndOneAt48Of50() {
        #expect(self.counts("JAAP-2025-120802") == ["completed": 8])
        #expect(self.counts("JAAP-2025-120809") == ["completed": 7])
        #expect(self.counts("JAAP-2025-1208") == ["completed": 9])
        #expect(self.counts("JAAP-2025-120803") == ["completed": 48, "proposed_to_supervisor": 2])
        #expect(Set(DemoPlan.all.map(\.id)).count == 4)
    }

    @Test func everyPlanAgreedAsManyActionsAsItSays() {
        for plan in DemoPlan.all {
            let agreed = self.run.fold.cases.values.filter {
                $0.fields["jaap_id"] == .string(plan.id) && $0.counts["ActionAgreed"] == 1
            }
            #expect(agreed.count == plan.count, "\(plan.id)")
        }
    }

    @Test func ofTheTwoProposedUpwardTheLateOneIsWithTheCapital() throws {
        let late = try self.run.state(DemoPlan.all[3].action(48))
        let timely = try self.run.state(DemoPlan.all[3].action(49))
        let clock = try #require(late.clocks[.state])
        #expect(clock.breached)
        #expect(clock.level == 1)
        #expect(clock.raisedTo == ["u-102"])
        #expect(timely.escalationLevel == 0)
        #expect(timely.isBreached == false)
    }

    @Test func whatIsProposedUpwardWaitsForTheDeputyGovernorWithCostAndReason() throws {
        let timely = try self.run.state(DemoPlan.all[3].action(49))
        let turns = Sight(of: "u-104", self.run.catalog, at: DemoScript.end).turns
        #expect(turns.contains(CaseStep(timely)))
        #expect(!Sight(of: "u-113", self.run.catalog, at: DemoScript.end).turns.contains(CaseStep(timely)))
        let shown = self.run.catalog.shown(timely.fields, at: CaseStep(timely))
        #expect(shown.map(\.field.name) == ["action_text", "cost_estimate", "reason_code"])
        #expect(shown.dropFirst().map(\.value) == [.string("6450.00 USD"), .string("beyond_means")])
    }

    @Test func onlyOneCompletedActionWasLate() {
        let late = self.run.events.filter { id, events in
            self.run.fold.cases[id]?.state == "completed" && events.contains { $0.kind == .deadlineBreached }
        }
        #expect(Set(late.keys) == [DemoPlan.all[3].action(5)])
    }

    @Test func nobodyVerifiedTheirOwnWork() {
        for state in self.run.fold.cases.values where state.state == "completed" {
            #expect(state.doers["verify"] != nil)
            #expect(state.doers["verify"] != state.doers["claim_completion"])
        }
    }
}
