import Foundation
import Postgres
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
