import Foundation
import Postgres
import RedressalTesting

/// Topics as `kcat -J` prints them, one record a line, whichever log they are in.
struct TopicDump {
    let events: URL
    let commands: URL
    let outcomes: URL

    static func make(of sandbox: Sandbox) async throws -> TopicDump {
        TopicDump(
            events: try await self.dump("events", sandbox), commands: try await self.dump("commands", sandbox),
            outcomes: try await self.dump("outcomes", sandbox))
    }

    private static func dump(_ topic: String, _ sandbox: Sandbox) async throws -> URL {
        let file = sandbox.folder.appending(path: "\(topic).jsonl")
        switch sandbox.log {
        case .kafka:
            let answer = try await sandbox.answer([
                "/usr/bin/env", "kcat", "-C", "-J", "-e", "-q", "-b", try Setting.bootstrap(), "-t",
                sandbox.prefix + topic, "-o", "beginning",
            ])
            guard answer.code == 0 else { throw UnexpectedEnd(answer: answer, expected: 0) }
            try Data(answer.output.utf8).write(to: file)
        case .postgres:
            let lines = try await sandbox.database.texts(
                """
                SELECT json_build_object(
                    'topic', topic, 'partition', partition, 'offset', "offset", 'headers', headers, 'key', key,
                    'payload', convert_from(value, 'UTF8'))::text
                FROM log.record WHERE topic = \(topic) ORDER BY partition, "offset"
                """)
            try Data(lines.joined(separator: "\n").utf8).write(to: file)
        }
        return file
    }
}
