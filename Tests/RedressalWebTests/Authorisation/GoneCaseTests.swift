import HTTPTypes
import Redressal
import RedressalWeb
import Testing

/// What people read of a case that others have now: the same, word for word, whether it went on in a lane or to another office.
@Suite struct GoneCaseTests {
    private static let handedOver = CaseID("case-1")
    private static let sentAway = CaseID("case-2")

    /// A case with a tie into a lane, and one that another office has.
    ///
    /// Sok did something in both, dara in none.
    private static func website() throws -> Website {
        var website = try Website.withPages()
        let publish = website.publish
        website.publish = { catalog in
            publish(&catalog)
            catalog.add(
                WorkflowDefinition(
                    name: "hidden", version: 1, calendar: .named("wall"), initialStates: ["received"],
                    states: [State(name: "received")], actions: [], roles: [], lane: "sensitive", contentHash: "l"))
        }
        var events = CaseState.sampleEvents(id: self.handedOver)
        let last = try #require(events.last)
        let link = CaseLink(relation: "handed_over", workflow: "hidden", case: CaseID("hidden-1"))
        events.append(
            EventRecord(
                case: last.case, seq: 3, prev: .none, epoch: 1, command: CommandID("d"), request: "",
                workflow: last.workflow, actor: .system, channel: "system", occurred: last.occurred,
                recorded: last.recorded, event: .caseLinked(CaseLinked(link: link, state: nil))))
        website.views.add(events)
        website.views.add(try #require(CaseState.sample(id: self.sentAway)))
        website.views.move(self.sentAway.text, to: "elsewhere")
        return website
    }

    /// The page that somebody is answered with, without the number.
    private static func page(_ path: String, of id: CaseID, to account: String) async throws -> String {
        let reference = TrackingReference.make(for: id)
        let website = try Self.website()
        let asked = path.replacing("CASE", with: reference)
        let headers = path.hasPrefix("/console") ? website.cookie(account) : website.bearer(account)
        let reply = try await website.send(.get, asked, headers: headers)
        return "\(reply.status) \(reply.body.replacing(reference, with: "CASE"))"
    }

    @Test(arguments: ["sok", "dara", "vanna"], ["/console/find?q=CASE", "/console/cases/CASE", "/cases/CASE"])
    func nobodyCanTellWhereItWent(_ account: String, _ path: String) async throws {
        let lane = try await Self.page(path, of: Self.handedOver, to: account)
        #expect(lane == (try await Self.page(path, of: Self.sentAway, to: account)))
        let isTold = account == "sok" && path.hasPrefix("/console/find")
        #expect(lane.hasPrefix(isTold ? "200" : "404"))
        #expect(lane.contains("CASE: Transferred.") == isTold)
        #expect(!lane.contains("href=\"/console/cases/CASE\""))
    }
}
