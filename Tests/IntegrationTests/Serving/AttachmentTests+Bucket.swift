import Foundation
import Glibc
import RedressalTesting
import Testing

extension AttachmentTests {
    /// A file in a bucket outlives the program that took it, and whoever has the wrong keys is not served at all.
    @Test(.timeLimit(.minutes(5)))
    func aFileIsKeptInABucket() async throws {
        try await ObjectServer.with { server in
            try await Sandbox.with(.postgres) { sandbox in
                try await sandbox.run("workflow", "publish")
                let wrong = try await sandbox.run(
                    Self.serving(server, Web.freePort()), expecting: 2, with: Self.keys(server.writer, "an0ther"))
                #expect(wrong.errors.contains("but it answered 403 SignatureDoesNotMatch"), "\(wrong.shown)")

                let web = Web(port: Web.freePort())
                let first = try await Self.serve(server, web, sandbox)
                let clerk = try await Self.token("u-205", sandbox)
                let sent = await web.post("/attachments", Self.text.utf8, headers: clerk)
                #expect(sent.status == 201, "\(sent.body)")
                let file = try JSONDecoder().decode(Sent.self, from: Data(sent.body.utf8)).attachment
                let opened = await Self.open([file], web, clerk)
                let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
                first.send(SIGTERM)
                #expect(await first.code() == 0, "\(first.complaints)")

                let second = try await Self.serve(server, web, sandbox)
                #expect(await web.get("/cases/\(id)?wait_for=3", headers: clerk).status == 200)
                #expect(await web.get("/cases/\(id)/attachments/\(file)", headers: clerk).body == Self.text)
                second.send(SIGTERM)
                #expect(await second.code() == 0, "\(second.complaints)")
                // In the bucket alone, and the secret nowhere.
                let folder = sandbox.folder.appending(path: "attachments").path
                #expect(!FileManager.default.fileExists(atPath: folder))
                for secret in [server.writer.secret, "an0ther"] { #expect(!sandbox.complaints.contains(secret)) }
            }
        }
    }

    /// Files wait for the store and cases do not; where the store is, only the operator is told.
    @Test(.timeLimit(.minutes(5))) func aStoreThatGoesAwayCostsFilesAlone() async throws {
        try await ObjectServer.with { server in
            let relay = try Relay(to: server.port)
            try await Sandbox.with(.postgres) { sandbox in
                try await sandbox.run("workflow", "publish")
                let web = Web(port: Web.freePort())
                let serve = try await Self.serve(server, web, sandbox, through: relay)
                let clerk = try await Self.token("u-205", sandbox)
                let sent = await web.post("/attachments", Self.text.utf8, headers: clerk)
                let file = try JSONDecoder().decode(Sent.self, from: Data(sent.body.utf8)).attachment
                relay.set(.cut)
                let refused = await web.post("/attachments", Self.text.utf8, headers: clerk)
                #expect(refused.status == 503, "\(refused.body)")
                #expect(!refused.body.contains("\(relay.port)"), "\(refused.body)")
                let opened = await Self.open([file], web, clerk)
                #expect(opened.status == 201, "\(opened.body)")
                let id = try JSONDecoder().decode(Opened.self, from: Data(opened.body.utf8)).case
                #expect(await web.get("/cases/\(id)?wait_for=3", headers: clerk).status == 200)
                #expect(await web.get("/cases/\(id)/attachments/\(file)", headers: clerk).status == 503)
                #expect(serve.complaints.contains("http://127.0.0.1:\(relay.port) but it cannot be reached"))
                relay.set(.fair)
                #expect(await web.get("/cases/\(id)/attachments/\(file)", headers: clerk).body == Self.text)
            }
            relay.stop()
        }
    }

    /// What cannot be meant is said at once, without anything secret.
    @Test(.timeLimit(.minutes(5))) func halfABucketIsRefused() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            let keys = ["REDRESSAL_S3_ACCESS_KEY_ID": "AKIDEXAMPLE", "REDRESSAL_S3_SECRET_ACCESS_KEY": "s3cret"]
            for (place, endpoint, variables, words) in [
                ("s3://files", nil, keys, "REDRESSAL_S3_ENDPOINT"),
                ("s3://files", "https://store.example.org", [:], "REDRESSAL_S3_ACCESS_KEY_ID"),
                ("s3://files", "http://store.example.org", keys, "https://host"),
                ("s3://files", "https://me:s3cret@store.example.org", keys, "https://host"),
                ("s3://F", "https://store.example.org", keys, "s3://bucket"),
                ("s3://me:s3cret@files", nil, keys, "REDRESSAL_S3_ENDPOINT"),
            ] as [(String, String?, [String: String], String)] {
                var variables = variables
                variables["REDRESSAL_ATTACHMENTS"] = place
                variables["REDRESSAL_S3_ENDPOINT"] = endpoint
                let answer = try await sandbox.run(["serve", "--port", "0"], expecting: 64, with: variables)
                #expect(answer.errors.contains(words), "\(answer.shown)")
                #expect(!answer.errors.contains("s3cret"), "\(answer.shown)")
            }
            let endpoint = ["--attachments", "s3://files", "--s3-endpoint", "https://store.example.org"]
            let long = try await sandbox.run(
                ["serve", "--max-attachment", "\(1 << 30)"] + endpoint, expecting: 64, with: keys)
            #expect(long.errors.contains("in --max-attachment with s3://…"), "\(long.shown)")
        }
    }

    private static func serve(
        _ server: ObjectServer, _ web: Web, _ sandbox: Sandbox, through relay: Relay? = nil
    ) async throws -> Program {
        let program = try sandbox.start(
            arguments: Self.serving(server, web.port, through: relay),
            with: Self.keys(server.writer, server.writer.secret))
        try await web.ready(program)
        return program
    }

    private static func serving(_ server: ObjectServer, _ port: Int, through relay: Relay? = nil) -> [String] {
        [
            "serve", "--sign-in", "required", "--port", "\(port)", "--attachments", "s3://\(ObjectServer.bucket)/files",
            "--s3-endpoint", "http://127.0.0.1:\(relay?.port ?? server.port)", "--s3-region", server.region,
        ]
    }

    private static func keys(_ keys: ObjectServer.Keys, _ secret: String) -> [String: String] {
        ["REDRESSAL_S3_ACCESS_KEY_ID": keys.id, "REDRESSAL_S3_SECRET_ACCESS_KEY": secret]
    }
}
