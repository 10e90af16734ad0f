import Foundation
import Postgres
import RedressalTesting
import Testing

/// The real incident log, and what shared/data/README.md says of it.
enum RealIncidents {
    /// Order B, the order of the file, with the two rows in the illegal state taken out: the two transitions through it
    /// become one out of New, and of its two kinds of transition none is left.
    private static let totals = IncidentTotals(
        cases: 20_768, closed: 20_768, transitions: 53_433 - 1, kindsOfTransition: 35 - 2, reopenings: 276,
        reopenedCases: 234, agreeingGroups: 20_687, seconds: 24_560_777_580)

    static func unpack(_ archive: URL, into folder: URL) async throws -> URL {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let unzip = try Program(
            [Setting.python, "-m", "zipfile", "-e", archive.path, folder.path], environment: [:], in: folder,
            name: "unzip")
        #expect(await unzip.code() == 0, "\(unzip.complaints)")
        return folder.appending(path: "incident_event_log.csv")
    }

    /// Compares an installation that has imported it.
    static func check(_ sandbox: Sandbox) async throws {
        let totals = try await IncidentTotals(of: sandbox.database)
        #expect(totals == Self.totals)
        // The case with the two rows: their sixty seconds count for the state before.
        let seconds: [String] = try await sandbox.database.texts(
            """
            SELECT state || ' ' || seconds FROM read.state_time
            WHERE case_id = source.case_id('incident', 'INC0028089') ORDER BY state
            """)
        let fromFile: [String] = try await sandbox.database.texts(
            """
            SELECT s.state || ' ' || sum(extract(epoch FROM s.until - s.at))::bigint FROM source.step s
            WHERE s.number = 'INC0028089' AND s.until IS NOT NULL GROUP BY s.state ORDER BY s.state
            """)
        #expect(seconds == fromFile)
        #expect(!seconds.isEmpty)
    }
}
