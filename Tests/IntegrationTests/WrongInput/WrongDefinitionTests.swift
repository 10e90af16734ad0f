import Foundation
import Postgres
import RedressalTesting
import Testing

/// Definitions with mistakes: found by `workflow check`, and not published.
@Suite(.serialized) struct WrongDefinitionTests {
    /// What `workflow check --json` prints.
    private struct Report: Decodable {
        struct Finding: Decodable {
            let file: String
            let line: Int
            let column: Int
            let rule: String
            let message: String
        }

        let findings: [Finding]
    }

    @Test(.timeLimit(.minutes(5))) func everyMistakeIsFoundWithItsPlace() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            let home = try HomeFolder.make(in: sandbox.folder, adding: ["permit.yaml": WrongDefinition.right])
            let file = home.appending(path: "workflows/permit.yaml").path
            let right = try await sandbox.run("workflow", "check", file, "--json")
            #expect(try right.json(Report.self).findings.isEmpty, "\(right.shown)")
            for wrong in WrongDefinition.all {
                try Data(wrong.text.utf8).write(to: URL(filePath: file))
                let answer = try await sandbox.answer([try Setting.binary(), "workflow", "check", file, "--json"])
                #expect(answer.code == 1, "\(wrong): \(answer.shown)")
                let findings = try answer.json(Report.self).findings
                let finding = findings.first { $0.rule == wrong.rule }
                #expect(finding != nil, "\(wrong): \(answer.shown)")
                #expect(finding?.file == "permit.yaml")
                #expect((finding?.line ?? 0) > 0)
                #expect((finding?.column ?? 0) > 0)
                for word in wrong.words {
                    #expect(finding?.message.contains(word) == true, "\(wrong): \(answer.shown)")
                }
            }
        }
    }

    /// A letter, bytes that are no text, and a good file beside them.
    @Test(.timeLimit(.minutes(5))) func whatIsNoDefinitionIsFoundAndDoesNotHarmItsNeighbours() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            let folder = sandbox.folder.appending(path: "definitions")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let wrong: [(String, [UInt8], String)] = [
                ("letter.txt", Array("Dear Sir,\nthe pump is dry.\n".utf8), "no-definition"),
                ("latin.yaml", [0xE9, 0x0A], "not-utf8"),
            ]
            for (name, bytes, rule) in wrong {
                let file = folder.appending(path: name)
                try Data(bytes).write(to: file)
                let answer = try await sandbox.run("workflow", "check", file.path, "--json", expecting: 1)
                let finding = try answer.json(Report.self).findings.first
                #expect(finding?.rule == rule, "\(answer.shown)")
                #expect(finding?.file == name)
                #expect(finding?.line == 1 && finding?.column == 1)
            }
            let permit = folder.appending(path: "permit.yml")
            let text = WrongDefinition.right.replacing("chain: std, ", with: "")
                .replacing("supervisor_l1", with: "clerk")
            try Data(text.utf8).write(to: permit)
            for command in ["check", "graph", "simulate"] {
                let answer = try await sandbox.run("workflow", command, permit.path)
                #expect(answer.errors.contains("warning: 'latin.yaml' is passed over"), "\(answer.shown)")
            }
            let all = try await sandbox.run("workflow", "check", folder.path, "--json", expecting: 1)
            #expect(try all.json(Report.self).findings.map(\.rule) == ["not-utf8"], "\(all.shown)")
        }
    }

    @Test(.timeLimit(.minutes(5))) func nothingIsPublishedWhenOneFileIsWrong() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "wrong-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let home = try HomeFolder.make(in: folder, adding: ["permit.yaml": WrongDefinition.all[1].text])
        try await Sandbox.with(.postgres, home: home) { sandbox in
            let refused = try await sandbox.run("workflow", "publish", expecting: 1)
            #expect(refused.errors.contains("permit.yaml:"), "\(refused.shown)")
            #expect(refused.errors.contains("unknown-state"), "\(refused.shown)")
            let definitions = try await sandbox.database.number(
                "SELECT count(*) FROM log.record WHERE topic = 'definitions'")
            #expect(definitions == 0)
        }
    }
}
