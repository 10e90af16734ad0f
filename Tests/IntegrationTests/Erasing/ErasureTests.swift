import Foundation
import RedressalTesting
import Testing

/// `redressal erasure`, as two people use it one after the other.
@Suite struct ErasureTests {
    private struct Opened: Decodable {
        let `case`: String
    }

    private static func line(_ sandbox: Sandbox, _ command: String...) async throws -> String {
        try await sandbox.run(command).output.trimmingCharacters(in: .newlines)
    }

    @Test(.timeLimit(.minutes(5))) func twoPeopleEraseWhatSomebodyWrote() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            var tokens: [String: String] = [:]
            for account in ["u-205", "u-204", "u-281"] {
                try await sandbox.run("user", "add", account)
                let file = sandbox.folder.appending(path: account)
                try await Self.line(sandbox, "token", "add", account).write(to: file, atomically: true, encoding: .utf8)
                tokens[account] = file.path
            }
            let (clerk, head, citizen) = (
                try #require(tokens["u-205"]), try #require(tokens["u-204"]), try #require(tokens["u-281"])
            )
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start("serve", "--sign-in", "required", "--port", "\(web.port)")
            try await web.ready(serve)
            let headers = ["Authorization": "Bearer \(try String(contentsOfFile: citizen, encoding: .utf8))"]
            let opening = #"""
                {"workflow": "complaint", "office": "kp-abbottabad-cell", "actor": {"role": "complainant"},
                 "fields": {"language": "en", "summary": "The clerk asked me for money"}}
                """#
            let opened = await web.post("/cases", opening.utf8, headers: headers)
            #expect(opened.status == 201, "\(opened.body)")
            let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
            let ask = ["erasure", "ask", id, "--reason", "asked_at_counter", "--token-file", clerk]
            try await sandbox.run(ask, expecting: 1)
            let withdrawal = #"{"actor": {"role": "complainant"}, "fields": {"withdrawal_statement": "I have it now"}}"#
            let withdrawn = await web.post("/cases/\(id)/actions/withdraw", withdrawal.utf8, headers: headers)
            #expect(withdrawn.status == 200, "\(withdrawn.body)")
            _ = await web.get("/cases/\(id)?wait_for=5", headers: headers)
            #expect(
                try await sandbox.run("case", "show", id, "--reveal").output.contains("The clerk asked me for money"))

            let order = try await sandbox.run(ask).output.trimmingCharacters(in: .newlines)
            let again = try await sandbox.run("erasure", "approve", order, "--token-file", clerk, expecting: 1)
            #expect(again.errors.contains("expected another account than 'u-205'"))
            let done = try await sandbox.run("erasure", "approve", order, "--token-file", head).output
            #expect(done.contains("by order of u-205 and u-204 (asked_at_counter)"))
            let shown = try await sandbox.run("case", "show", id, "--reveal").output
            #expect(!shown.contains("The clerk asked me for money"))
            #expect(shown.contains("by order of u-205 and u-204 (asked_at_counter)"))
            #expect(try await sandbox.run("erasure", "list").output.contains(order))
            #expect(try await sandbox.run("audit", "access", "--case", id).output.contains("ErasureOrdered"))
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }
}
