/// What a record of the events topic turns out to be.
package enum LoggedEvent: Sendable {
    case ownership(OwnershipTaken)
    case event(EventRecord, EventHash)
    /// Not a record of ours, or of a version this program does not know; the text says what is wrong with it.
    case unreadable(String)

    /// Reads a record's value.
    package init(_ record: LogRecord) {
        guard let value = record.value else {
            self = .unreadable("expected a value but found a tombstone")
            return
        }
        do {
            if record.header("ce_type") == EventHeaders.type(OwnershipTaken.kind) {
                self = .ownership(try CanonicalJSON.decode(OwnershipRecord.self, from: value).facts)
            } else {
                self = .event(try CanonicalJSON.decode(EventRecord.self, from: value), EventHash(of: value))
            }
        } catch {
            self = .unreadable("expected an event of this program but found \(Self.text(of: error))")
        }
    }

    private static func text(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "no '\(key.stringValue)'"
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            "a bad '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
        default: "something unreadable"
        }
    }
}

/// An ownership in the log: the facts and what kind of record it is.
package struct OwnershipRecord: Codable, Sendable {
    package let type: String
    package let version: Int
    package let facts: OwnershipTaken

    package init(_ facts: OwnershipTaken) {
        self.type = OwnershipTaken.kind
        self.version = 1
        self.facts = facts
    }
}

extension LogRecord {
    /// The first header of a name.
    package func header(_ name: String) -> String? { self.headers.first { $0.name == name }?.value }
}
