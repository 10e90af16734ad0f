import Foundation
import Glibc
import Postgres
import RedressalTesting
import Testing

/// Telling people with the built program, with processes that are killed.
@Suite struct NotifyTests {
    private struct Opened: Decodable {
        let reference: String
    }

    private struct Line: Decodable {
        struct Addressee: Decodable {
            let address: String?
        }

        let id: String
        let text: String
        let to: Addressee
    }

    private struct Status: Decodable {
        struct Count: Decodable, Equatable {
            let state: String
            let reason: String?
            let notices: Int
        }

        let notices: [Count]
    }

    /// A case of danger to life, which quiet hours do not keep back: the test may run at any hour.
    private func opening(_ number: Int) -> String {
        #"""
        {"workflow": "complaint", "office": "kp-abbottabad-cell", "severity": "life_safety",
         "actor": {"user": "u-281", "role": "complainant"},
         "fields": {"language": "ur", "summary": "The well is poisoned", "complainant_ref": "u-281",
                    "safe_contact": "+92300123456\#(number)"}}
        """#
    }

    private func lines(_ file: URL) throws -> [Line] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test(.timeLimit(.minutes(10)), arguments: LogKind.allCases)
    func eachCaseIsToldOnceThoughProcessesAreKilled(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            try await sandbox.run("workflow", "publish")
            let file = sandbox.folder.appending(path: "messages.jsonl")
            let web = Web(port: Web.freePort())
            func serve() async throws -> Program {
                let program = try sandbox.start(
                    "serve", "--sign-in", "off", "--port", "\(web.port)", "--notify-file", file.path, "--notify-link",
                    "https://c.example/")
                try await web.ready(program)
                return program
            }
            var program = try await serve()
            try await Fact.wait(for: "notifiers to have every partition") {
                try await sandbox.database.number("SELECT count(*) FROM notify.position") == 4
            }
            var references: [String] = []
            for number in 0..<6 {
                let opened = await web.post("/cases", self.opening(number).utf8)
                #expect(opened.status == 201, "\(opened.body)")
                references.append(try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).reference)
                // At once for some, and after the message for others.
                if number % 3 == 2 {
                    try await Fact.wait(for: "the messages") { try self.lines(file).count >= references.count }
                }
                if number % 2 == 1 {
                    program.send(SIGKILL)
                    _ = await program.code()
                    program = try await serve()
                }
            }
            try await Fact.wait(for: "every message to be noted", atMost: .seconds(300)) {
                try await sandbox.database.number("SELECT count(*) FROM notify.message WHERE state = 'sent'") == 6
            }
            let told = try self.lines(file)
            #expect(told.count == 6)
            #expect(Set(told.map(\.id)).count == 6)
            #expect(Set(told.compactMap(\.to.address)) == Set((0..<6).map { "+92300123456\($0)" }))
            for reference in references { #expect(told.filter { $0.text.contains(reference) }.count == 1) }
            #expect(!told.contains { $0.text.contains("well") })

            let status = try await sandbox.run("notify", "status", "--json").json(Status.self)
            #expect(status.notices == [.init(state: "sent", reason: nil, notices: 6)])
            #expect(try await sandbox.run("notify", "dead", "--json").output == "{\"messages\":[]}\n")
            #expect(!sandbox.complaints.contains("+92300"))
            program.send(SIGTERM)
            #expect(await program.code() == 0, "\(program.complaints)")
        }
    }

    /// A worker of its own posts to a gateway, which checks the signature with the printed key and says what became of it.
    @Test(.timeLimit(.minutes(5))) func aGatewayGetsSignedMessagesAndIsHeard() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let gateway = try WebhookReceiver()
            defer { gateway.close() }
            gateway.answer("503 Service Unavailable")
            gateway.answer("422 Unprocessable Content")
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start(
                "serve", "--sign-in", "off", "--port", "\(web.port)", "--notify-webhook", gateway.url)
            try await web.ready(serve)
            try await Fact.wait(for: "notifiers to have every partition") {
                try await sandbox.database.number("SELECT count(*) FROM notify.position") == 4
            }
            #expect(await web.post("/cases", self.opening(1).utf8).status == 201)
            try await Fact.wait(for: "the first try") { gateway.requests.count == 1 }
            #expect(await web.post("/cases", self.opening(2).utf8).status == 201)
            try await Fact.wait(for: "a refusal") { gateway.requests.count == 2 }
            try await Fact.wait(for: "a dead letter") {
                try await sandbox.run("notify", "dead", "--json").output.contains("http_422")
            }
            #expect(try await sandbox.run("notify", "retry", "--all").output == "1 to be sent again\n")
            try await Fact.wait(for: "the message again") { gateway.requests.count >= 3 }
            #expect(gateway.requests[2].headers["webhook-id"] == gateway.requests[1].headers["webhook-id"])
            try await Fact.wait(for: "the message to be noted") {
                try await sandbox.database.number("SELECT count(*) FROM notify.message WHERE state = 'sent'") >= 1
            }
            let id = try #require(gateway.requests[2].headers["webhook-id"])
            let receipt = #"{"message": "\#(id)", "result": "delivered"}"#
            #expect(await web.post("/notifications/receipts", receipt.utf8).status == 401)
            let keys = try await sandbox.run("notify", "key", "--json").json([String: String].self)
            #expect(keys["messages"] != keys["receipts"])
            #expect(try Signed(gateway.requests[2]).isBy(try #require(keys["messages"])))
            let signed = try Signed.headers(for: receipt, by: try #require(keys["receipts"]))
            #expect(await web.post("/notifications/receipts", receipt.utf8, headers: signed).status == 204)
            #expect(try await sandbox.run("notify", "status").output.contains("delivered"))
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    @Test func whatCannotBeMeantIsRefusedInWords() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            for (wrong, words) in [
                (["worker", "--notify-webhook", "http://sms.example/"], "expected https://…"),
                (["serve", "--notify-file", "x", "--notify-webhook", "https://sms.example/"], "but found both"),
                (["serve", "--notify-link", "https://c.example/"], "but found neither"),
                (["notify", "retry"], "but found neither"), (["notify", "retry", "a", "--all"], "but found both"),
                (["notify", "dead", "--limit", "0"], "expected 1 to 1000"),
            ] {
                let answer = try await sandbox.run(wrong, expecting: 64)
                #expect(answer.errors.contains(words), "\(answer.shown)")
            }
        }
    }
}
