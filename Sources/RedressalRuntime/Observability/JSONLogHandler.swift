import Foundation
import Logging
import Redressal

/// Writes log lines as JSON, one object a line: `time`, `level`, `label`, `message`, `correlation_id` where there is one,
/// and the rest in `metadata`.
package struct JSONLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let clock: any WallClock
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Gets each line, with its end.
    package init(
        label: String, clock: any WallClock = SystemClock(),
        write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data($0.utf8)) }
    ) {
        self.label = label
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { self.metadata[key] }
        set { self.metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var metadata = self.metadata
        metadata.merge(self.metadataProvider?.get() ?? [:]) { $1 }
        metadata.merge(event.metadata ?? [:]) { $1 }
        let line = Line(
            time: self.clock.now(), level: event.level.rawValue, label: self.label, message: "\(event.message)",
            correlation: metadata.removeValue(forKey: LogKey.correlation).map { "\($0)" },
            metadata: metadata.mapValues { Part($0) })
        guard let bytes = try? Self.encoder.encode(line) else { return }
        self.write(String(decoding: bytes, as: UTF8.self) + "\n")
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    /// One line.
    private struct Line: Encodable {
        let time: Instant
        let level: String
        let label: String
        let message: String
        let correlation: String?
        let metadata: [String: Part]

        enum CodingKeys: String, CodingKey {
            case time, level, label, message, metadata
            case correlation = "correlation_id"
        }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: CodingKeys.self)
            try object.encode("\(self.time)", forKey: .time)
            try object.encode(self.level, forKey: .level)
            try object.encode(self.label, forKey: .label)
            try object.encode(self.message, forKey: .message)
            try object.encodeIfPresent(self.correlation, forKey: .correlation)
            if !self.metadata.isEmpty { try object.encode(self.metadata, forKey: .metadata) }
        }
    }

    /// A value of the metadata.
    private struct Part: Encodable {
        let value: Logger.Metadata.Value

        init(_ value: Logger.Metadata.Value) { self.value = value }

        func encode(to encoder: any Encoder) throws {
            switch self.value {
            case .array(let values): try values.map { Part($0) }.encode(to: encoder)
            case .dictionary(let values): try values.mapValues { Part($0) }.encode(to: encoder)
            default: try "\(self.value)".encode(to: encoder)
            }
        }
    }
}
