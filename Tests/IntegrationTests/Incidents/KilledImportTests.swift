import Foundation
import Postgres
import RedressalTesting
import Testing

/// An import whose engine and worker are killed again and again while it runs.
@Suite(.serialized) struct KilledImportTests {
    @Test(.timeLimit(.minutes(20)), arguments: LogKind.allCases)
    func killingEngineAndWorkerTwentyTimesChangesNothing(_ log: LogKind) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "killed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "incidents.csv")
        try IncidentLog.write(cases: 1500, to: file)
        try await Self.compare(file, log)
    }

    @Test(.timeLimit(.minutes(60)), arguments: LogKind.allCases)
    func theSameForTheRealLog(_ log: LogKind) async throws {
        guard Setting.isLong else {
            print("NOT COMPARED with the real log, killed, on \(log): it takes many minutes; set REDRESSAL_LONG=1")
            return
        }
        guard let archive = Setting.data("incident_servicenow_uci/incident_event_log_part.zip") else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "killed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await Self.compare(try await RealIncidents.unpack(archive, into: folder), log)
    }

    /// Imports a file undisturbed, and again with engine and worker killed, and compares.
    private static func compare(_ file: URL, _ log: LogKind) async throws {
        let undisturbed = try await Sandbox.with(log) { sandbox in
            let summary: ImportSummary = try await sandbox.run(
                "import", "incidents", file.path, "--in-process", "--json"
            ).json()
            return (
                summary, try await sandbox.replayed(), try await ReadModelDigest.make(of: sandbox.database)
            )
        }
        try await Sandbox.with(log) { sandbox in
            var disturbed = try KilledSystem(sandbox, seed: 2016)
            try await disturbed.importing(file, kills: 20, events: undisturbed.1.events)
            try await disturbed.stop()

            let replayed = try await sandbox.replayed()
            #expect(replayed.digests == undisturbed.1.digests)
            #expect(replayed.events == undisturbed.1.events)
            #expect(try await sandbox.differences() == 0)
            // What the acceptance rule voids is kept for auditors, and applied nowhere.
            let applied = try await sandbox.database.number(
                """
                SELECT count(*) FROM read.void v JOIN read.case_event e
                ON e.partition = v.partition AND e.log_offset = v.log_offset
                """)
            #expect(applied == 0)
            var readModels = try await ReadModelDigest.make(of: sandbox.database)
            var expected = undisturbed.2
            readModels["void"] = nil
            expected["void"] = nil
            #expect(readModels == expected)
        }
    }
}
