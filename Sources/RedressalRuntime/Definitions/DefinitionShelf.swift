import Redressal

/// What a ``DefinitionStore`` has read, and how far.
///
/// Two readers may bring the same records: the position tells which are new, and no reader starts beyond it, so that
/// none is left out.
struct DefinitionShelf: Sendable {
    private(set) var register = DefinitionRegister()
    /// The offset of the first record not read.
    private(set) var position: Int64 = 0
    /// How many records could not be taken in.
    private(set) var refused = 0

    /// Takes records in.
    ///
    /// - Returns: What is wrong with those that were refused.
    mutating func take(_ batch: LogBatch) -> [Finding] {
        var findings: [Finding] = []
        for record in batch.records where record.offset >= self.position {
            findings += self.take(record)
            self.position = record.offset + 1
        }
        self.position = max(self.position, batch.positions[DefinitionStore.partition] ?? 0)
        return findings
    }

    private mutating func take(_ record: LogRecord) -> [Finding] {
        let findings: [Finding]
        do {
            guard let value = record.value else { throw UnreadableDefinition.tombstone }
            findings = self.register.add(try CanonicalJSON.decode(PublishedDefinition.self, from: value))
        } catch {
            findings = [
                Finding(
                    file: "definitions", line: 1, column: 1, rule: "unreadable",
                    message:
                        "expected a published definition at offset \(record.offset) but found \(Self.text(of: error))")
            ]
        }
        if findings.hasErrors { self.refused += 1 }
        return findings.filter { $0.severity == .error }
    }

    private static func text(of error: any Error) -> String {
        switch error {
        case UnreadableDefinition.tombstone: "a tombstone"
        case DecodingError.keyNotFound(let key, _): "no '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "something that is no JSON object"
                : "a bad '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
        default: "something unreadable"
        }
    }
}

/// Why a record holds no definition.
private enum UnreadableDefinition: Error {
    case tombstone
}
