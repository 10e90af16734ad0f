import Foundation
import Glibc
import Redressal
import RedressalTesting
import Testing

/// The built program answers as `docs/access-policy.md` says: every route, asked by everybody, about their own cases and others'.
@Suite struct AccessTests {
    /// Who asks, and as whom; nobody and the citizen have no account.
    private static let accounts = [
        "party": "u-281", "clerk": "u-205", "handler": "u-222", "supervisor": "u-211", "auditor": "u-207",
        "administrator": "u-208", "closed": "u-206", "stranger": "u-181", "superior": "u-204", "far_superior": "u-111",
        "bystander": "u-225", "far_bystander": "u-121",
    ]
    private static let services = ["service": "website", "stranger_service": "elsewhere"]

    /// What the script is told of the world.
    private struct World: Encodable {
        let tokens: [String: String]
        let passwords: [String: String]
        let accounts: [String: String]
        let signIn: [String: String]
        let missing: [String: String]

        private enum CodingKeys: String, CodingKey {
            case tokens, passwords, accounts, missing
            case signIn = "sign_in"
        }
    }

    @Test(.timeLimit(.minutes(10))) func everybodyIsAnsweredAsThePolicySays() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start(
                "serve", "--sign-in", "required", "--port", "\(web.port)", "--rate-limit", "0")
            try await web.ready(serve)
            let world = sandbox.folder.appending(path: "world.json")
            try JSONEncoder().encode(try await Self.world(sandbox, web)).write(to: world)
            let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "ask_everything.py")
            let asked = try await sandbox.answer(
                [
                    Setting.python, script.path, Setting.home.appending(path: "docs/access-policy.md").path,
                    "\(web.port)", world.path,
                ], limit: 540)
            #expect(asked.code == 0, "\(asked.shown)")
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    /// Makes everybody's accounts and tokens.
    private static func world(_ sandbox: Sandbox, _ web: Web) async throws -> World {
        var (tokens, passwords): ([String: String], [String: String]) = ([:], [:])
        for (who, account) in Self.accounts {
            passwords[who] = try await Self.line(of: "user", "add", account, sandbox)
            tokens[who] = try await Self.line(of: "token", "add", account, sandbox)
        }
        for (who, account) in Self.services {
            try await sandbox.run("user", "add", account, "--service")
            tokens[who] = try await Self.line(of: "token", "add", account, sandbox)
        }
        try await sandbox.run("user", "close", "u-206")
        let first = try await Self.line(of: "user", "add", "u-203", sandbox)
        let password = "the pump is dry again"
        let body = #"{"account": "u-203", "password": "\#(first)", "new_password": "\#(password)"}"#
        #expect(await web.post("/session", body.utf8).status == 201)
        let missing = "00000000-0000-4000-8000-000000000000"
        return World(
            tokens: tokens, passwords: passwords, accounts: Self.accounts,
            signIn: ["account": "u-203", "password": password],
            missing: ["case": missing, "reference": TrackingReference.make(for: CaseID(missing))])
    }

    /// What a command prints.
    private static func line(
        of command: String, _ verb: String, _ account: String, _ sandbox: Sandbox
    ) async throws -> String {
        try await sandbox.run(command, verb, account).output.trimmingCharacters(in: .newlines)
    }
}
