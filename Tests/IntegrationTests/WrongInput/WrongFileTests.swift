import Foundation
import Postgres
import RedressalTesting
import Testing

/// Files that cannot be imported, whole or in part.
@Suite(.serialized) struct WrongFileTests {
    /// A file, what must come of it, and the words of the message.
    private struct WrongFile {
        let name: String
        let bytes: [UInt8]
        let words: [String]

        init(_ name: String, _ text: String, _ words: String...) {
            self.name = name
            self.bytes = Array(text.utf8)
            self.words = words
        }
    }

    private static let header = IncidentLog.columns.joined(separator: ",")

    /// Files that cannot be imported at all.
    private static let refused = [
        WrongFile(
            "missing-column.csv", Self.header.replacing("sys_updated_at,", with: "") + "\n", "'sys_updated_at'",
            "missing-column.csv"),
        WrongFile("empty.csv", "", "empty.csv"),
        WrongFile(
            "mixed.csv",
            """
            \(Self.header)
            \(IncidentLogRow(number: "INC1", minute: 0).line(.closed))
            \(IncidentLogRow(number: "INC2", minute: 0).line(.closed))
            \(IncidentLogRow(number: "INC1", minute: 9).line(.closed))
            """, "INC1", "line 4", "mixed.csv"),
    ]

    @Test(.timeLimit(.minutes(5))) func aFileThatCannotBeImportedLeavesNothing() async throws {
        try await Sandbox.with(.postgres) { sandbox in
            for wrong in Self.refused {
                let file = sandbox.folder.appending(path: wrong.name)
                try Data(wrong.bytes).write(to: file)
                let answer = try await sandbox.run("import", "incidents", file.path, "--in-process", expecting: 1)
                for word in wrong.words { #expect(answer.errors.contains(word), "\(wrong.name): \(answer.shown)") }
            }
            let none = sandbox.folder.appending(path: "none.csv")
            let answer = try await sandbox.run("import", "incidents", none.path, "--in-process", expecting: 1)
            #expect(answer.errors.contains("none.csv"), "\(answer.shown)")
            #expect(try await sandbox.recordedEvents() == 0)
        }
    }

    /// One good case among rows with bytes that are no text, a date that is none, and too few columns.
    @Test(.timeLimit(.minutes(5))) func rowsThatCannotBeReadAreListedAndTheOthersImported() async throws {
        let good = IncidentLogRow(number: "INC0000009", minute: 9)
        var bytes = Array("\(Self.header)\n".utf8)
        bytes += Array("INC0000001,Closed,\0\n".utf8)
        bytes += Array(good.line(.new).replacing("INC0000009", with: "INC0000002").utf8) + Array("\n".utf8)
        bytes += Array(good.line(.closed).replacing("29/2/2016", with: "30/2/2016").utf8) + Array("\n".utf8)
        var latin = Array(good.line(.new).replacing("Group 1", with: "Gr?p").utf8)
        latin[latin.lastIndex(of: UInt8(ascii: "?")) ?? 0] = 0xE9
        bytes += latin + Array("\n".utf8)
        bytes += Array(good.line(.closed).utf8) + Array("\n".utf8)
        let contents = Data(bytes)
        try await Sandbox.with(.postgres) { sandbox in
            let file = sandbox.folder.appending(path: "rows.csv")
            try contents.write(to: file)
            let answer = try await sandbox.run("import", "incidents", file.path, "--in-process", "--json")
            let summary: ImportSummary = try answer.json()
            #expect(summary.rejected.contains { $0.line == 2 }, "\(answer.shown)")
            #expect(
                summary.rejected.contains { $0.line == 4 && $0.reason.contains("sys_updated_at") }, "\(answer.shown)")
            #expect(summary.rejected.contains { $0.line == 5 && $0.reason.contains("UTF-8") }, "\(answer.shown)")
            #expect(try await sandbox.differences() == 0)
        }
    }
}
