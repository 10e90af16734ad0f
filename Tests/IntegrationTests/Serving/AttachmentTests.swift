import Foundation
import Glibc
import Postgres
import RedressalTesting
import Testing

/// Files sent to the built program, from coming in to being erased.
@Suite struct AttachmentTests {
    static let text = "The pump in street 4 is dry since Monday.\n"

    @Test(.timeLimit(.minutes(5)))
    func aFileIsSentNamedOpenedAndErased() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start("serve", "--sign-in", "required", "--port", "\(web.port)")
            try await web.ready(serve)
            let clerk = try await Self.token("u-205", sandbox)
            let other = try await Self.token("u-206", sandbox)

            // Whatever it is said to be.
            let sent = await web.post("/attachments", Self.text.utf8, headers: clerk)
            #expect(sent.status == 201, "\(sent.body)")
            #expect(sent.body.contains(#""media_type":"text/plain""#))
            let file = try JSONDecoder().decode(Sent.self, from: Data(sent.body.utf8)).attachment
            #expect(await Self.open([file], web, other, as: "complainant").status == 422)
            let opened = await Self.open([file], web, clerk)
            #expect(opened.status == 201, "\(opened.body)")
            #expect(await Self.open([file], web, clerk).status == 422)

            let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
            #expect(await web.get("/cases/\(id)?wait_for=3", headers: clerk).status == 200)
            let listed = await web.get("/cases/\(id)/attachments", headers: clerk)
            #expect(listed.body.contains(file))
            #expect(await web.get("/cases/\(id)/attachments/\(file)", headers: clerk).body == Self.text)
            try Self.checkSealed(file, sandbox)

            try await sandbox.database.query(
                """
                UPDATE vault.subject_key SET wrapped = NULL, destroyed_at = clock_timestamp()
                WHERE subject = (SELECT subject FROM attachment.item WHERE id = \(file)) RETURNING subject
                """)
            #expect(await web.get("/cases/\(id)/attachments/\(file)", headers: clerk).status == 410)
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    @Test(.timeLimit(.minutes(5))) func whoAsksTooOftenIsToldToWait() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Web(port: Web.freePort())
            let serve = try sandbox.start(
                "serve", "--sign-in", "required", "--port", "\(web.port)", "--rate-limit", "1", "--trusted-proxies",
                "127.0.0.1")
            try await web.ready(serve)
            let clerk = try await Self.token("u-205", sandbox)
            var statuses: [Int] = []
            for _ in 0..<30 { statuses.append(await web.get("/cases", headers: clerk).status) }
            #expect(statuses.prefix(5).allSatisfy { $0 == 200 })
            #expect(statuses.contains(429))
            // Without an account addresses are counted, each for itself.
            var strangers: [Int] = []
            for _ in 0..<75 {
                strangers.append(await web.post("/cases", [], headers: ["X-Forwarded-For": "198.51.100.7"]).status)
            }
            #expect(strangers.prefix(60).allSatisfy { $0 == 401 })
            #expect(strangers.contains(429))
            #expect(await web.post("/cases", [], headers: ["X-Forwarded-For": "198.51.100.8"]).status == 401)
            let metrics = await web.get("/metrics").body
            #expect(metrics.contains(#"redressal_http_refused_total{reason="too_many_requests"}"#))
            serve.send(SIGTERM)
            #expect(await serve.code() == 0, "\(serve.complaints)")
        }
    }

    /// What shows who somebody is.
    static func token(_ account: String, _ sandbox: Sandbox) async throws -> [String: String] {
        try await sandbox.run("user", "add", account)
        let token = try await sandbox.run("token", "add", account, "--note", "test").output
        return ["Authorization": "Bearer \(token.trimmingCharacters(in: .newlines))"]
    }

    static func open(
        _ files: [String], _ web: Web, _ headers: [String: String], as role: String = "intake"
    ) async -> Web.Reply {
        let names = files.map { "\"\($0)\"" }.joined(separator: ",")
        let opening = #"""
            {"workflow": "complaint", "office": "kp-abbottabad-cell", "actor": {"role": "\#(role)"},
             "fields": {"language": "en", "summary": "There is no water", "attachments": [\#(names)]}}
            """#
        return await web.post("/cases", opening.utf8, headers: headers)
    }

    /// The file lies sealed beside the key file, and nothing of it anywhere in clear.
    private static func checkSealed(_ file: String, _ sandbox: Sandbox) throws {
        let place = sandbox.folder.appending(
            path: "attachments/\(file.prefix(2))/\(file.dropFirst(2).prefix(2))/\(file)")
        let kept = try Data(contentsOf: place)
        #expect(kept.count == Self.text.utf8.count + 28)
        #expect(kept.range(of: Data("street".utf8)) == nil)
    }

    struct Sent: Decodable {
        let attachment: String
    }

    struct Opened: Decodable {
        let `case`: String
    }
}
