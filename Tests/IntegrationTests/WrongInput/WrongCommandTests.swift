import Foundation
import Glibc
import Postgres
import RedressalTesting
import Testing

/// Commands that cannot be done: each is refused with words that help, and nothing has changed.
@Suite(.serialized) struct WrongCommandTests {
    @Test(.timeLimit(.minutes(10))) func everyWrongCommandIsRefusedAndChangesNothing() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let server = try sandbox.start("serve", "--sign-in", "off", "--port", "\(Web.freePort())")
            let bench = try await ComplaintBench(sandbox)
            for wrong in WrongCommand.all(bench) {
                let before = try await sandbox.recordedEvents()
                let answer = try await sandbox.answer([try Setting.binary()] + wrong.arguments)
                #expect(answer.code == wrong.code, "\(wrong.name): \(answer.shown)")
                for word in wrong.words {
                    #expect(answer.errors.contains(word), "\(wrong.name): expected '\(word)' in \(answer.shown)")
                }
                #expect(answer.errors.split(separator: "\n").count <= 3, "\(wrong.name): \(answer.shown)")
                #expect(try await sandbox.recordedEvents() == before, "\(wrong.name) changed something")
            }
            try await Self.checkNothingInClear(sandbox)
            server.send(SIGTERM)
            #expect(await server.code() == 0, "\(server.complaints)")
            #expect(try await sandbox.differences() == 0)
        }
    }

    @Test(.timeLimit(.minutes(10))) func everyWrongRequestIsRefusedAndChangesNothing() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let web = Web(port: Web.freePort())
            let server = try sandbox.start("serve", "--sign-in", "off", "--port", "\(web.port)")
            try await web.ready(server)
            let bench = try await ComplaintBench(sandbox)
            for wrong in WrongRequest.all(bench) {
                let before = try await sandbox.recordedEvents()
                let reply = await web.post(wrong.path, wrong.body, headers: wrong.headers)
                #expect(reply.status == wrong.status, "\(wrong.name): \(reply.status) \(reply.body.prefix(500))")
                for word in wrong.words {
                    #expect(reply.body.contains(word), "\(wrong.name): expected '\(word)' in \(reply.body.prefix(500))")
                }
                #expect(try await sandbox.recordedEvents() == before, "\(wrong.name) changed something")
            }
            try await Self.checkNothingInClear(sandbox)
            server.send(SIGTERM)
            #expect(await server.code() == 0, "\(server.complaints)")
        }
    }

    /// What was refused is in the log too, but what people wrote in it is sealed or was never let in.
    private static func checkNothingInClear(_ sandbox: Sandbox) async throws {
        let found = try await sandbox.database.texts(
            """
            SELECT DISTINCT topic || ' ' || convert_from(value, 'UTF8') FROM log.record
            WHERE topic <> 'definitions' AND convert_from(value, 'UTF8') LIKE \("%\(ComplaintBench.secret)%")
            """)
        #expect(found == [])
        #expect(!sandbox.complaints.contains(ComplaintBench.secret))
    }
}

extension Sandbox {
    /// How many events the log holds, ownerships left out: their time is the engine's own business.
    func recordedEvents() async throws -> Int {
        try await self.database.number("SELECT count(*) FROM log.record WHERE topic = 'events' AND key IS NOT NULL")
    }
}
