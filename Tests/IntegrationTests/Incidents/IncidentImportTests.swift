import Foundation
import Postgres
import RedressalTesting
import Testing

/// `redressal import incidents`, compared with the file it reads.
@Suite(.serialized) struct IncidentImportTests {
    /// Everything that must be the same whichever log is used.
    private struct Imported: Equatable {
        let readModels: [String: String]
        let decided: [String]
    }

    @Test(.timeLimit(.minutes(15))) func aMadeUpLogGivesTheSameOnBothLogs() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "incidents-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try IncidentLog.write(cases: 400, to: file)
        let onPostgres = try await Self.imported(file, .postgres)
        let onKafka = try await Self.imported(file, .kafka)
        #expect(onPostgres == onKafka)
    }

    @Test(.timeLimit(.minutes(30))) func theRealLogGivesWhatItsOraclesSayOnBothLogs() async throws {
        guard let archive = Setting.data("incident_servicenow_uci/incident_event_log_part.zip") else { return }
        let folder = FileManager.default.temporaryDirectory.appending(path: "incidents-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try await RealIncidents.unpack(archive, into: folder)
        let onPostgres = try await Self.imported(file, .postgres, RealIncidents.check)
        let onKafka = try await Self.imported(file, .kafka, RealIncidents.check)
        #expect(onPostgres == onKafka)
    }

    /// Imports a file twice and compares the read models with it.
    private static func imported(
        _ file: URL, _ log: LogKind, _ check: (Sandbox) async throws -> Void = { _ in }
    ) async throws -> Imported {
        try await Sandbox.with(log) { sandbox in
            let source = try await IncidentSource(file, into: sandbox.database)
            let first: ImportSummary = try await sandbox.importing(file).json()
            print("\(log): \(first.events) events, \(first.eventsPerSecond) a second, \(first.seconds) s")
            let unusable = try await source.unusableLines()
            #expect(first.rejected.map(\.line) == unusable)
            #expect(try await source.differences() == [:])
            try await check(sandbox)

            let imported = try await Self.state(of: sandbox)
            #expect(try await sandbox.differences() == 0)
            let second: ImportSummary = try await sandbox.importing(file).json()
            #expect(second.cases == first.cases)
            #expect(second.commands == first.commands)
            #expect(second.events == 0)
            #expect(second.rejected == first.rejected)
            #expect(try await Self.state(of: sandbox) == imported)
            return imported
        }
    }

    private static func state(of sandbox: Sandbox) async throws -> Imported {
        let replayed = try await sandbox.replayed()
        #expect(replayed.void == 0)
        let folded = try await sandbox.database.number("SELECT count(*) FROM read.case_event")
        #expect(replayed.events == folded)
        return Imported(
            readModels: try await ReadModelDigest.make(of: sandbox.database), decided: replayed.digests)
    }
}

extension Sandbox {
    fileprivate func importing(_ file: URL) async throws -> Answer {
        try await self.run("import", "incidents", file.path, "--in-process", "--json")
    }
}
