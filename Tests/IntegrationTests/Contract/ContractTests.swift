import Foundation
import Glibc
import RedressalTesting
import Testing

/// What the built program answers is what `schemas/openapi.yaml` says.
@Suite struct ContractTests {
    /// An answer, and the path of the contract that it is one of.
    private struct Answer: Encodable {
        let method: String
        let path: String
        let status: Int
        let body: String
    }

    private static let opening = """
        {"workflow": "complaint", "office": "kp-abbottabad-cell", "actor": {"user": "u-281", "role": "complainant"},
         "fields": {"language": "en", "summary": "There is no water in our street"}}
        """
    private static let clerk = #"{"actor": {"user": "u-205", "role": "intake"}}"#

    /// Everything that can be asked, and what cannot.
    private static let looks = [
        ("/cases", ""), ("/cases", "?limit=1"), ("/cases", "?workflow=complain"), ("/cases", "?limit=0"),
        ("/queues", ""), ("/queues", "?user=u-205"), ("/queues/{queue}", "/mine?user=u-205"),
        ("/queues/{queue}", "/due-soon"), ("/queues/{queue}", "/mine"), ("/queues/{queue}", "/none"),
        ("/queues/{queue}", "/waiting?user=u-104"), ("/queues/{queue}", "/waiting"),
        ("/escalations", ""), ("/escalations", "?holder=me"), ("/definitions", ""),
        ("/definitions/workflows/{name}", "/complaint"), ("/definitions/workflows/{name}", "/none"),
        ("/definitions/workflows/{name}/{version}", "/complaint/6"),
        ("/definitions/workflows/{name}/{version}", "/complaint/99"), ("/calendars/{name}", "/kp-6day"),
        ("/calendars/{name}", "/none"), ("/projections", ""), ("/audit/voids", ""), ("/audit/parked", ""),
        ("/audit/voids", "?cursor=x"), ("/boards/jaap", ""), ("/boards/complaints", ""), ("/health/live", ""),
        ("/health/ready", ""),
        ("/cases/{case}", "/none"), ("/cases/{case}/history", "/none/history"), ("/search", "?q=water"),
        ("/search", ""),
        ("/search", "?q=water&office=nowhere"), ("/load", ""), ("/load", "?days=0"), ("/forecast", ""),
        ("/forecast", "?days=31"),
    ]

    @Test(.timeLimit(.minutes(5))) func answersAreAsTheContractSays() async throws {
        try await Sandbox.with(.postgres, partitions: 2) { sandbox in
            try await sandbox.run("workflow", "publish")
            let password = try await sandbox.run("user", "add", "u-205").output.trimmingCharacters(in: .newlines)
            let auditors = try await sandbox.run("user", "add", "u-207").output.trimmingCharacters(in: .newlines)
            let answers = try await self.open(sandbox) + self.signIn(sandbox, password, auditors)
            let file = sandbox.folder.appending(path: "answers.json")
            try JSONEncoder().encode(answers).write(to: file)
            let root = Setting.home
            let checked = try await sandbox.answer([
                Setting.python, root.appending(path: "ops/lib/check_answers.py").path,
                root.appending(path: "schemas/openapi.yaml").path, file.path,
            ])
            #expect(checked.code == 0, "\(checked.shown)")
        }
    }

    /// The answers of a server that asks nobody who they are.
    private func open(_ sandbox: Sandbox) async throws -> [Answer] {
        let web = Web(port: Web.freePort())
        let serve = try sandbox.start("serve", "--sign-in", "off", "--port", "\(web.port)")
        try await web.ready(serve)
        var answers: [Answer] = []
        for body in [Self.opening, Self.opening, "{}"] {
            answers.append(Self.answer("post", "/cases", await web.post("/cases", body.utf8)))
        }
        let id = try JSONDecoder().decode(Opened.self, from: Data(answers[0].body.utf8)).case
        let action = "/cases/\(id)/actions/acknowledge"
        for body in [Self.clerk, Self.clerk, "no JSON"] {
            answers.append(
                Self.answer("post", "/cases/{case}/actions/{action}", await web.post(action, body.utf8)))
        }
        _ = await web.get("/cases/\(id)?wait_for=6")
        for (path, rest) in [
            ("/cases/{case}", ""), ("/cases/{case}/explain", "/explain"), ("/cases/{case}/history", "/history"),
            ("/cases/{case}/history", "/history?at=2099-01-01T00:00:00Z"),
            ("/cases/{case}/attachments", "/attachments"),
            ("/cases/{case}/attachments/{attachment}", "/attachments/none"),
        ] {
            answers.append(Self.answer("get", path, await web.get("/cases/\(id)\(rest)")))
        }
        for file in ["The pump is dry.\n", "", "<html>"] {
            answers.append(Self.answer("post", "/attachments", await web.post("/attachments", file.utf8)))
        }
        answers.append(
            Self.answer("post", "/notifications/receipts", await web.post("/notifications/receipts", "{}".utf8)))
        for (path, rest) in Self.looks {
            let fixed = path.prefix { $0 != "{" }
            let target = (fixed.hasSuffix("/") ? String(fixed.dropLast()) : String(fixed)) + rest
            answers.append(Self.answer("get", path, await web.get(target)))
        }
        serve.send(SIGTERM)
        #expect(await serve.code() == 0, "\(serve.complaints)")
        return answers
    }

    /// The answers about sessions.
    private func signIn(_ sandbox: Sandbox, _ password: String, _ auditors: String) async throws -> [Answer] {
        let web = Web(port: Web.freePort())
        let serve = try sandbox.start("serve", "--sign-in", "required", "--port", "\(web.port)")
        try await web.ready(serve)
        let body = #"{"account": "u-205", "password": "\#(password)", "new_password": "the pump is dry again"}"#
        let wrong = await web.post("/session", #"{"account": "u-206", "password": "x"}"#.utf8)
        let right = await web.post("/session", body.utf8)
        let headers = ["Cookie": try #require(right.cookie)]
        let audit = #"{"account": "u-207", "password": "\#(auditors)", "new_password": "nobody reads this diary"}"#
        let auditor = ["Cookie": try #require(await web.post("/session", audit.utf8).cookie)]
        let answers = [
            Self.answer("get", "/audit/access", await web.get("/audit/access", headers: headers)),
            Self.answer("get", "/audit/access", await web.get("/audit/access", headers: auditor)),
            Self.answer("get", "/audit/checks", await web.get("/audit/checks", headers: headers)),
            Self.answer("get", "/audit/checks", await web.get("/audit/checks", headers: auditor)),
            Self.answer("get", "/audit/checks/{check}", await web.get("/audit/checks/orphans", headers: auditor)),
            Self.answer("get", "/audit/checks/{check}", await web.get("/audit/checks/none", headers: auditor)),
            Self.answer("post", "/session", wrong), Self.answer("post", "/session", right),
            Self.answer("get", "/session", await web.get("/session", headers: headers)),
            Self.answer("get", "/cases", await web.get("/cases")),
            Self.answer("get", "/queues", await web.get("/queues", headers: headers)),
            Self.answer("get", "/audit/voids", await web.get("/audit/voids", headers: headers)),
            Self.answer("get", "/queues", await web.get("/queues?user=u-206", headers: headers)),
            Self.answer("get", "/load", await web.get("/load", headers: headers)),
            Self.answer("get", "/forecast", await web.get("/forecast", headers: headers)),
            Self.answer("get", "/bulk", await web.get("/bulk", headers: headers)),
            Self.answer("get", "/bulk/{bulk}", await web.get("/bulk/none", headers: headers)),
        ]
        let overseers = try await self.orders(sandbox, web) + self.accounts(sandbox, web)
        serve.send(SIGTERM)
        #expect(await serve.code() == 0, "\(serve.complaints)")
        return answers + overseers
    }

    /// The answers about orders for many cases.
    private func orders(_ sandbox: Sandbox, _ web: Web) async throws -> [Answer] {
        let superior = try await self.enter("u-204", sandbox, web)
        let commissioner = try await self.enter("u-203", sandbox, web)
        var answers: [Answer] = []
        for path in ["approve", "cancel"] {
            let asked = await web.post("/bulk", Self.order.utf8, headers: superior)
            answers.append(Self.answer("post", "/bulk", asked))
            let id = try JSONDecoder().decode(Order.self, from: Data(asked.body.utf8)).id
            try await Fact.wait(for: "an order whose cases are counted") {
                let body = await web.get("/bulk/\(id)", headers: superior).body
                return try JSONDecoder().decode(Order.self, from: Data(body.utf8)).standing == "waiting"
            }
            answers += [
                Self.answer("get", "/bulk/{bulk}", await web.get("/bulk/\(id)", headers: superior)),
                Self.answer("get", "/bulk/{bulk}/cases", await web.get("/bulk/\(id)/cases", headers: superior)),
                Self.answer(
                    "post", "/bulk/{bulk}/\(path)", await web.post("/bulk/\(id)/\(path)", "{}".utf8, headers: superior)),
                Self.answer(
                    "post", "/bulk/{bulk}/\(path)",
                    await web.post("/bulk/\(id)/\(path)", "{}".utf8, headers: commissioner)),
            ]
        }
        return answers
    }

    /// The answers about who may come in.
    private func accounts(_ sandbox: Sandbox, _ web: Web) async throws -> [Answer] {
        let administrator = try await self.enter("u-208", sandbox, web)
        let new = #"{"account": "u-206"}"#
        return [
            Self.answer("post", "/accounts", await web.post("/accounts", new.utf8, headers: administrator)),
            Self.answer("post", "/accounts", await web.post("/accounts", new.utf8, headers: administrator)),
            Self.answer("get", "/accounts", await web.get("/accounts", headers: administrator)),
            Self.answer("get", "/accounts/{account}", await web.get("/accounts/u-206", headers: administrator)),
            Self.answer("get", "/accounts/{account}", await web.get("/accounts/none", headers: administrator)),
            Self.answer(
                "post", "/accounts/{account}/{change}",
                await web.post("/accounts/u-206/close", "{}".utf8, headers: administrator)),
        ]
    }

    /// Makes an account and signs it in.
    private func enter(_ account: String, _ sandbox: Sandbox, _ web: Web) async throws -> [String: String] {
        let password = try await sandbox.run("user", "add", account).output.trimmingCharacters(in: .newlines)
        let body =
            #"{"account": "\#(account)", "password": "\#(password)", "new_password": "the well has water again"}"#
        return ["Cookie": try #require(await web.post("/session", body.utf8).cookie)]
    }

    private static let order = """
        {"workflow": "complaint", "state": "closed_withdrawn", "action": "reopen", "inputs": {"reason_code": "pressed"},
         "reason": "They were pressed to withdraw"}
        """

    /// What is told of an order.
    private struct Order: Decodable {
        let id, standing: String
    }

    private static func answer(_ method: String, _ path: String, _ reply: Web.Reply) -> Answer {
        Answer(method: method, path: path, status: reply.status, body: reply.body)
    }

    /// What the answer to an opening tells.
    private struct Opened: Decodable {
        let `case`: String
    }
}
