import Foundation
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// `docs/access-policy.md` says of every route who may ask; that the built program holds to it IntegrationTests show.
@Suite struct AccessPolicyTests {
    @Test func everyRouteIsInThePolicyAndTheOtherWayRound() async throws {
        var website = try Website.withPages()
        website.attachments = AttachmentDoor(FakeDesk())
        website.receipts = FakeReceipts()
        website.bulk = FakeBulk()
        var observation = Observation()
        observation.metrics = (page: { "" }, mediaType: "text/plain")
        let wide = website.bearer("sok")
        var served: Set<String> = []
        for route in website.server(observation).makeRouter().routes where route.method != .head {
            let template = route.path.description
            let path = template.hasPrefix("/") ? template : "/\(template)"
            // What is answered with 405 is no route but says which there are.
            let headers = path.contains("sign-out") || path.contains("session") ? website.bearer("dara") : wide
            let asked = path.replacing(#/\{[a-z]+\}/#, with: "1")
            let reply = try await website.send(route.method, asked, headers: headers, observing: observation)
            if reply.status != 405 { served.insert("\(route.method.rawValue) \(path)") }
        }
        let policy = try Self.policy()
        #expect(served.subtracting(policy).isEmpty, "say in docs/access-policy.md who may ask")
        #expect(policy.subtracting(served).isEmpty)
    }

    /// `GET /cases` for every row, without what is said behind a question mark.
    private static func policy() throws -> Set<String> {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/access-policy.md").standardizedFileURL
        let rows = try String(contentsOf: file, encoding: .utf8).matches(of: /\n\| `([A-Z]+ [^`?]+)/)
        return Set(rows.map { String($0.output.1) })
    }
}
