import Foundation
import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// The log's roots are signed, kept, and tell of what was taken out.
@Suite struct SignedRootTests {
    private static func checkpointer(_ system: TestSystem, folder: RootFolder? = nil) async throws -> Checkpointer {
        Checkpointer(
            log: system.log, book: CheckpointBook(pool: system.pool),
            signer: try system.vault.wrapping.checkpointSigner(), folder: folder, clock: system.clock,
            logger: .tests, join: { throw CancellationError() })
    }

    private static func verify(
        _ system: TestSystem, _ log: (any Log)? = nil, notes: [String]? = nil
    ) async throws -> (parts: [LogVerification.Part], findings: [LogFinding]) {
        let kept = if let notes { notes } else { try await CheckpointBook(pool: system.pool).notes() }
        let key = try system.vault.wrapping.checkpointSigner().verifier
        return try await LogVerification(log: log ?? system.log, key: key).run(kept.map { ("kept", $0) })
    }

    private static func with(_ kind: TestLog, _ body: (TestSystem) async throws -> Void) async throws {
        try await TestSystem.with(kind, partitions: 2) { system in
            try await system.startEngine()
            system.startWorker()
            _ = try await system.submit((0..<6).map { system.opening("duty-\($0)") })
            try await system.settle()
            try await body(system)
        }
    }

    @Test(arguments: TestLog.allCases) func whatIsSignedIsConfirmed(_ kind: TestLog) async throws {
        try await Self.with(kind) { system in
            let checkpointer = try await Self.checkpointer(system)
            let first = try await checkpointer.step()
            #expect(first.contains { $0.checkpoint.origin.hasSuffix("/events/0") })
            #expect(first.contains { $0.checkpoint.origin.hasSuffix("/definitions/0") })
            _ = try await system.submit((6..<12).map { system.opening("duty-\($0)") })
            #expect(try await checkpointer.step().isEmpty, "within the hour")
            system.clock.advance(to: system.clock.now().advanced(bySeconds: 3600))
            let second = try await checkpointer.step()
            #expect(second.contains { $0.checkpoint.origin.hasSuffix("/events/0") })
            #expect(!second.contains { $0.checkpoint.origin.hasSuffix("/definitions/0") }, "nothing came in")
            #expect(try await checkpointer.step(now: true).isEmpty)
            let (parts, findings) = try await Self.verify(system)
            #expect(findings == [])
            for part in parts { #expect(part.signed == part.records, "\(part.place)") }
            let events = parts.filter { $0.accepted != nil }
            #expect(events.compactMap(\.cases).reduce(0, +) == 12)
            #expect(events.map(\.roots) == [2, 2])
        }
    }

    /// Each record that is taken out is found, on every log, although nothing else tells of it.
    @Test(arguments: TestLog.allCases) func aRecordThatWasTakenOutIsFound(_ kind: TestLog) async throws {
        try await Self.with(kind) { system in
            _ = try await Self.checkpointer(system).step()
            var offsets: [Int64] = []
            for try await record in LogScan(system.log, .events, partition: 0) { offsets.append(record.offset) }
            #expect(offsets.count > 3)
            for offset in offsets {
                let thinned = ThinnedLog(system.log, without: offset, in: LogPlace(topic: .events, partition: 0))
                let (_, findings) = try await Self.verify(system, thinned)
                #expect(findings.last?.kind == .missing && findings.last?.place == "events/0", "\(offset)")
            }
        }
    }

    /// The last event of a case leaves no gap: only the root tells, also when the read models are built from what is left.
    @Test func aDeletedLastEventIsFoundInPostgreSQL() async throws {
        try await Self.with(.postgres) { system in
            _ = try await Self.checkpointer(system).step()
            #expect(try await Self.verify(system).findings == [])
            try await system.pool.withConnection { connection in
                try await connection.execute(
                    script: """
                        ALTER TABLE log.record DISABLE TRIGGER refuse_change;
                        DELETE FROM log.record WHERE topic = 'events' AND partition = 1
                            AND "offset" = (SELECT max("offset") FROM log.record WHERE topic = 'events' AND partition = 1);
                        ALTER TABLE log.record ENABLE ALWAYS TRIGGER refuse_change;
                        """)
            }
            let findings = try await Self.verify(system).findings
            #expect(findings.map(\.kind) == [.missing])
            #expect(findings.first?.place == "events/1")
        }
    }

    @Test func whatWasSignedIsNotChanged() async throws {
        try await Self.with(.memory) { system in
            _ = try await Self.checkpointer(system).step()
            for change in [
                "UPDATE audit.checkpoint SET note = ''", "DELETE FROM audit.checkpoint", "TRUNCATE audit.checkpoint",
            ] {
                await #expect(throws: PostgresError.self) {
                    try await system.pool.withConnection { try await $0.execute(script: change) }
                }
            }
        }
    }

    /// Roots kept in a folder tell also of a database whose roots were taken out with the records.
    @Test func aFolderKeepsWhatTheDatabaseLost() async throws {
        try await Self.with(.memory) { system in
            let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: place) }
            let folder = RootFolder(path: place.path)
            let signed = try await Self.checkpointer(system, folder: folder).step()
            let notes = try await folder.notes()
            #expect(Set(notes.map(\.note)) == Set(signed.map(\.note)))
            #expect(notes.allSatisfy { $0.file.hasSuffix(".checkpoint") })
            let thinned = ThinnedLog(system.log, without: 0, in: LogPlace(topic: .events, partition: 0))
            #expect(try await Self.verify(system, thinned, notes: []).findings.filter { $0.kind == .missing } == [])
            #expect(
                try await Self.verify(system, thinned, notes: notes.map(\.note)).findings.contains {
                    $0.kind == .missing
                })
        }
    }

    @Test func aFolderThatCannotBeWrittenIsSaidAndNothingCountsAsSigned() async throws {
        try await Self.with(.memory) { system in
            let folder = RootFolder(path: "/dev/null/roots")
            let checkpointer = try await Self.checkpointer(system, folder: folder)
            await #expect(throws: RootFolderError.self) { _ = try await checkpointer.step() }
            #expect(try await CheckpointBook(pool: system.pool).notes().isEmpty)
            await #expect(throws: RootFolderError.self) { _ = try await folder.notes() }
        }
    }

    @Test func rootsOfOthersAndOtherTextsAreFindings() async throws {
        try await Self.with(.memory) { system in
            _ = try await Self.checkpointer(system).step()
            let note = try #require(try await CheckpointBook(pool: system.pool).notes().first)
            let other = try CheckpointSigner(seed: Array(repeating: 1, count: 32))
            let foreign = try other.sign(MerkleTree(), of: LogPlace(topic: .events, partition: 0), at: TestSystem.start)
            let beyond = try system.vault.wrapping.checkpointSigner().sign(
                MerkleTree(), of: LogPlace(topic: .events, partition: 99), at: TestSystem.start)
            let kinds = try await Self.verify(system, notes: [note, "", foreign.note, beyond.note]).findings.map(\.kind)
            #expect(kinds == [.badSignature, .badSignature, .foreign])
        }
    }

    @Test func auditorsSeeTheLatestOfEach() async throws {
        try await Self.with(.memory) { system in
            let checkpointer = try await Self.checkpointer(system)
            _ = try await checkpointer.step()
            _ = try await system.submit((6..<12).map { system.opening("duty-\($0)") })
            let second = try await checkpointer.step(now: true)
            let shown = try await system.views.roots()
            #expect(shown.map(\.place.path) == ["events/0", "events/1", "definitions/0"])
            #expect(second.allSatisfy { root in shown.contains { $0.signed == root } })
        }
    }
}
