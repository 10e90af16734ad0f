import Foundation
import HTTPTypes
import Hummingbird
import Redressal
import RedressalWeb
import Testing

/// The contract in `schemas/openapi.yaml` and the server tell of the same paths; that its answers are as the contract says
/// the built program's tests show.
@Suite struct ContractTests {
    @Test func everyRouteIsInTheContractAndTheOtherWayRound() async throws {
        let website = Website(
            identities: FakeIdentities(), receipts: FakeReceipts(), hasWorkflow: true, bulk: FakeBulk(),
            attachments: AttachmentDoor(FakeDesk()))
        let shown = SignedInCaseTests.headers("sok", website)
        var observation = Observation()
        observation.metrics = (page: { "" }, mediaType: "text/plain")
        var served: Set<String> = []
        for route in website.server(observation).makeRouter().routes where route.method != .head {
            let template = route.path.description
            // The standard describes these.
            guard !template.contains("open311") else { continue }
            let path = template.replacing(#/\{[a-z]+\}/#, with: "1")
            // Signing out ends what was shown.
            let headers = template.contains("session") ? SignedInCaseTests.headers("sok", website) : shown
            let reply = try await website.send(
                route.method, path.hasPrefix("/") ? path : "/\(path)", headers: headers, observing: observation)
            // What is answered so is no route but says which there are.
            guard reply.status != 405 else { continue }
            served.insert("\(route.method.rawValue) \(template.hasPrefix("/") ? template : "/\(template)")")
        }
        let contract = try Self.contract()
        #expect(served.subtracting(contract).isEmpty, "\(served.subtracting(contract).sorted())")
        #expect(contract.subtracting(served).isEmpty, "\(contract.subtracting(served).sorted())")
    }

    @Test func everyProblemIsInTheContract() throws {
        let known = try Self.text().matches(of: /\/problems\/([a-z_]+)/).map { String($0.output.1) }
        #expect(known == known.sorted())
        for code in Rejection.Code.allCases { #expect(known.contains(code.rawValue), "\(code)") }
    }

    /// `GET /cases` for every operation, from the lines of the file: paths stand two blanks in, methods four.
    private static func contract() throws -> Set<String> {
        var operations: Set<String> = []
        var path: String?
        for line in try self.text().split(separator: "\n") {
            if let match = line.wholeMatch(of: #/  (/[^:]*):/#) { path = String(match.output.1) }
            if line.hasPrefix("components:") { path = nil }
            if let path, let match = line.wholeMatch(of: #/    (get|post|put|patch|delete):/#) {
                operations.insert("\(match.output.1.uppercased()) \(path)")
            }
        }
        return operations
    }

    private static func text() throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../schemas/openapi.yaml")
        return try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    }
}
