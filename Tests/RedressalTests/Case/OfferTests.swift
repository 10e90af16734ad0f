import Redressal
import RedressalTesting
import Testing

/// What somebody is offered about a case is what the engine lets them do.
@Suite struct OfferTests {
    private static func offers(_ account: String, _ scenario: Scenario) throws -> [String: Rejection.Code?] {
        let state = try #require(scenario.state())
        let offers = scenario.catalog.offers(to: account, on: state, at: scenario.now)
        return Dictionary(uniqueKeysWithValues: offers.map { ($0.action.name.rawValue, $0.refusal?.code) })
    }

    @Test func theRoleAndTheStateDecide() throws {
        let scenario = try RequestWorkflow.working()
        let clerk = try Self.offers("clerk", scenario)
        let handler = try Self.offers("handler", scenario)
        #expect(handler.keys.contains("propose"))
        #expect(!clerk.keys.contains("propose"))
        #expect(try !Self.offers("stranger", scenario).keys.contains("propose"))
    }

    /// Each offer without a refusal and without fields is done, each one refused is refused for the same reason.
    @Test func theEngineAgrees() throws {
        for account in ["clerk", "officer", "handler", "head", "commissioner", "secretary"] {
            let offers = try Self.offers(account, try RequestWorkflow.working())
            for (name, refusal) in offers {
                let scenario = try RequestWorkflow.working()
                let state = try #require(scenario.state())
                let offer = try #require(
                    scenario.catalog.offers(to: account, on: state, at: scenario.now).first {
                        $0.action.name.rawValue == name
                    })
                guard offer.action.fields.allSatisfy({ !$0.isRequired }) else { continue }
                let command = Command(
                    id: CommandID("offer"), case: state.id, actor: offer.actor, channel: "test", occurred: scenario.now,
                    request: .act(TakeAction(action: name)))
                do {
                    try scenario.send(command)
                    #expect(refusal == nil, "\(account) \(name)")
                } catch let rejection as Rejection {
                    #expect(rejection.code == refusal, "\(account) \(name): \(rejection)")
                }
            }
        }
    }
}
