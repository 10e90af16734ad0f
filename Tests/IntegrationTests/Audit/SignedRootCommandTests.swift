import Foundation
import Postgres
import RedressalTesting
import Testing

/// What an auditor does with the built program: keeps roots and a key apart, and has the log read later.
@Suite struct SignedRootCommandTests {
    @Test(.timeLimit(.minutes(5)), arguments: LogKind.allCases)
    func anAuditorKeepsRootsApartAndComparesLater(_ log: LogKind) async throws {
        try await Sandbox.with(log) { sandbox in
            try await sandbox.run("workflow", "publish")
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let key = try await sandbox.run("audit", "key").output.trimmingCharacters(in: .newlines)
            #expect(key.hasPrefix("redressal-"))
            let roots = try await sandbox.run("audit", "roots", "--to", folder).output
            #expect(roots.contains("definitions/0"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).contains { $0.hasPrefix("definitions-0-") })
            let verified = try await sandbox.run("audit", "verify", "--roots", folder, "--key", key).output
            #expect(verified.contains("nothing found: the log is what was signed"))
        }
    }

    /// Records that were deleted, and their roots with them, as the owner of the database can.
    @Test(.timeLimit(.minutes(5))) func whatTheDatabasesOwnerTookOutIsFound() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            try await sandbox.run("workflow", "publish")
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try await sandbox.run("audit", "roots", "--to", folder)
            try await PostgresConnection.with(sandbox.database.configuration) { connection in
                try await connection.execute(
                    script: """
                        ALTER TABLE log.record DISABLE TRIGGER ALL;
                        DELETE FROM log.record WHERE topic = 'definitions'
                            AND "offset" = (SELECT max("offset") FROM log.record WHERE topic = 'definitions');
                        ALTER TABLE audit.checkpoint DISABLE TRIGGER ALL;
                        DELETE FROM audit.checkpoint;
                        """)
            }
            #expect(try await sandbox.run("audit", "verify").output.contains("nothing found"))
            let found = try await sandbox.run("audit", "verify", "--roots", folder, expecting: 1).output
            #expect(found.contains("missing") && found.contains("definitions/0"))
            #expect(found.contains("1 found"))
        }
    }

    @Test(.timeLimit(.minutes(5))) func whatCannotBeMeantIsRefusedInWords() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            let key = try await sandbox.run("audit", "verify", "--key", "abc", expecting: 64)
            #expect(key.errors.contains("expected a key as `redressal audit key` prints it in --key but found 'abc'"))
            let folder = try await sandbox.run("audit", "verify", "--roots", "/nowhere", expecting: 1)
            #expect(folder.errors.contains("expected to read signed roots at '/nowhere'"))
        }
    }
}
