import Foundation
import Glibc
import Postgres
import RedressalTesting
import Testing

/// One action on many cases by the built program, killed in the middle (story S5).
@Suite struct BulkKillTests {
    private static let cases = 12
    private static let order = """
        {"workflow": "complaint", "state": "closed_withdrawn", "happened": "ComplaintWithdrawn", "action": "reopen",
         "inputs": {"reason_code": "pressed"}, "reason": "People were pressed to withdraw"}
        """

    private struct Opened: Decodable {
        let `case`: String
    }

    private struct History: Decodable {
        struct Event: Decodable {
            let name: String
            let causation: String?

            private enum CodingKeys: String, CodingKey {
                case name
                case causation = "causation_id"
            }
        }

        let events: [Event]
    }

    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func aServerThatIsKilledGoesOnAndDoesNoCaseTwice(_ log: LogKind) async throws {
        try await Sandbox.with(log, partitions: 2) { sandbox in
            try await sandbox.run("workflow", "publish")
            let ids = try await self.withdrawn(sandbox)
            let first = try await BulkOffice.open(in: sandbox, "--bulk-rate", "2")
            let asked = await first.web.post("/bulk", Self.order.utf8, headers: first.asker)
            let id = try JSONDecoder().decode(BulkOffice.Order.self, from: Data(asked.body.utf8)).id
            try await first.waits(for: id, to: "waiting")
            #expect(try await first.order(id).cases("taken") == Self.cases)
            #expect(
                await first.web.post("/bulk/\(id)/approve", "".utf8, headers: first.approver).status == 200)
            try await Fact.wait(for: "some of the cases to be done") { try await first.order(id).cases("done") > 0 }
            first.serve.send(SIGKILL)
            _ = await first.serve.code()
            let rest = try await sandbox.database.number("SELECT count(*) FROM bulk.item WHERE fate = 'taken'")
            #expect(rest > 0)

            let second = try await first.reopened(in: sandbox)
            try await second.waits(for: id, to: "done")
            #expect(try await second.order(id).cases("done") == Self.cases)
            for one in ids {
                let path = "/cases/\(one)/history"
                try await Fact.wait(for: "\(one) to be open again") {
                    await second.web.get(path, headers: second.asker).body.contains("ComplaintReopened")
                }
                let body = await second.web.get(path, headers: second.asker).body
                let history = try JSONDecoder().decode(History.self, from: Data(body.utf8))
                let reopened = history.events.filter { $0.name == "ComplaintReopened" }
                #expect(reopened.map(\.causation) == [id])
                #expect(history.events.first?.causation == nil)
            }
            try await second.close()
        }
    }

    /// Complaints whose people took them back, through a server that asks nobody who they are.
    private func withdrawn(_ sandbox: Sandbox) async throws -> [String] {
        let web = Web(port: Web.freePort())
        let serve = try sandbox.start("serve", "--sign-in", "off", "--port", "\(web.port)")
        try await web.ready(serve)
        var ids: [String] = []
        for number in 0..<Self.cases {
            let opening = """
                {"workflow": "complaint", "office": "kp-abbottabad-cell", "actor": {"user": "u-281", "role": "complainant"},
                 "fields": {"language": "en", "summary": "There is no water in street \(number)"}}
                """
            let opened = await web.post("/cases", opening.utf8)
            let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
            let withdrawal = """
                {"actor": {"user": "u-281", "role": "complainant"}, "fields": {"withdrawal_statement": "They asked me to"}}
                """
            #expect(await web.post("/cases/\(id)/actions/withdraw", withdrawal.utf8).status == 200)
            ids.append(id)
        }
        for id in ids { _ = await web.get("/cases/\(id)?wait_for=5") }
        serve.send(SIGTERM)
        #expect(await serve.code() == 0, "\(serve.complaints)")
        return ids
    }
}
