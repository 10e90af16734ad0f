import Foundation
import Glibc
import RedressalTesting
import Testing

/// A server on which people sign in, with a supervisor who asks for orders and a superior who approves them.
struct BulkOffice {
    /// What is told of an order, as far as it matters here.
    struct Order: Decodable {
        struct Count: Decodable {
            let fate: String
            let cases: Int
        }

        let id: String
        let standing: String
        let counts: [Count]

        func cases(_ fate: String) -> Int { self.counts.filter { $0.fate == fate }.map(\.cases).reduce(0, +) }
    }

    let web: Web
    let serve: Program
    /// What the deputy commissioner's requests show.
    let asker: [String: String]
    /// What the commissioner's requests show.
    let approver: [String: String]

    /// Starts a server, with accounts for both.
    static func open(in sandbox: Sandbox, _ arguments: String...) async throws -> BulkOffice {
        var passwords: [String] = []
        for account in ["u-204", "u-203"] {
            passwords.append(
                try await sandbox.run("user", "add", account).output.trimmingCharacters(in: .newlines))
        }
        let (web, serve) = try await Self.start(in: sandbox, arguments)
        return BulkOffice(
            web: web, serve: serve, asker: try await Self.signIn("u-204", passwords[0], web),
            approver: try await Self.signIn("u-203", passwords[1], web))
    }

    /// The same people before another server.
    func reopened(in sandbox: Sandbox, _ arguments: String...) async throws -> BulkOffice {
        let (web, serve) = try await Self.start(in: sandbox, arguments)
        return BulkOffice(web: web, serve: serve, asker: self.asker, approver: self.approver)
    }

    /// Ends the server as an operator does.
    func close() async throws {
        self.serve.send(SIGTERM)
        #expect(await self.serve.code() == 0, "\(self.serve.complaints)")
    }

    func order(_ id: String) async throws -> Order {
        let reply = await self.web.get("/bulk/\(id)", headers: self.asker)
        return try JSONDecoder().decode(Order.self, from: Data(reply.body.utf8))
    }

    /// Waits until an order stands so.
    func waits(for id: String, to standing: String) async throws {
        try await Fact.wait(for: "an order that is \(standing)") { try await self.order(id).standing == standing }
    }

    private static func start(in sandbox: Sandbox, _ arguments: [String]) async throws -> (Web, Program) {
        let web = Web(port: Web.freePort())
        let serve = try sandbox.start(
            arguments: ["serve", "--sign-in", "required", "--rate-limit", "0", "--port", "\(web.port)"] + arguments)
        try await web.ready(serve)
        return (web, serve)
    }

    private static func signIn(_ account: String, _ password: String, _ web: Web) async throws -> [String: String] {
        let body =
            #"{"account": "\#(account)", "password": "\#(password)", "new_password": "the pump is dry once more"}"#
        return ["Cookie": try #require(await web.post("/session", body.utf8).cookie)]
    }
}
