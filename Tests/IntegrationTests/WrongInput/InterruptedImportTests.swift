import Foundation
import Glibc
import Postgres
import RedressalTesting
import Testing

/// An import that somebody ends by Ctrl-C.
@Suite(.serialized) struct InterruptedImportTests {
    @Test(.timeLimit(.minutes(5))) func saysHowToGoOnAndGoesOn() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            let file = sandbox.folder.appending(path: "rows.csv")
            let lines = [
                IncidentLog.columns.joined(separator: ","), IncidentLogRow(number: "INC0000009", minute: 0).line(.new),
                IncidentLogRow(number: "INC0000009", minute: 9).line(.closed), "",
            ]
            try Data(lines.joined(separator: "\n").utf8).write(to: file)
            // Without an engine nobody answers: it waits.
            let importer = try sandbox.start("import", "incidents", file.path, "--json")
            try await Fact.wait(for: "a command of the import in the log") {
                try await sandbox.database.number("SELECT count(*) FROM log.record WHERE topic = 'commands'") > 0
            }
            importer.send(SIGINT)
            #expect(await importer.code() == 130, "\(importer.complaints)")
            #expect(importer.printed == "")
            let line = "the import was interrupted: no command was answered; run the same import again to go on"
            #expect(importer.complaints.contains(line), "\(importer.complaints)")
            let answer = try await sandbox.run("import", "incidents", file.path, "--json", "--in-process")
            let summary: ImportSummary = try answer.json()
            #expect(summary.cases == 1, "\(answer.shown)")
            #expect(summary.rejected == [], "\(answer.shown)")
        }
    }
}
