/// What a record of the events topic turns out to be.
package enum LoggedEvent: Sendable {
    case ownership(OwnershipTaken)
    case event(EventRecord, EventHash)
    /// An event whose record has another key than its case.
    case misplaced(EventRecord)
    /// Not a record of ours, or of a version this program does not know; the text says what is wrong with it.
    case unreadable(String)

    /// Reads a record's value.
    package init(_ record: LogRecord) {
        guard let value = record.value else {
            self = .unreadable("expected a value but found a tombstone")
            return
        }
        guard !CanonicalJSON.holdsNUL(value) else {
            self = .unreadable("expected text without NUL characters but found one")
            return
        }
        do {
            // By the key and not by the headers: a record that lost its headers must not switch fencing off.
            guard record.key != nil else {
                let ownership = try CanonicalJSON.decode(OwnershipRecord.self, from: value).facts
                self = ownership.isWithinLimits ? .ownership(ownership) : Self.overflowing
                return
            }
            let event = try CanonicalJSON.decode(EventRecord.self, from: value)
            guard event.isWithinLimits else {
                self = Self.overflowing
                return
            }
            self = record.key == event.case.text ? .event(event, EventHash(of: value)) : .misplaced(event)
        } catch {
            self = .unreadable("expected an event of this program but found \(Self.text(of: error))")
        }
    }

    private static let overflowing = LoggedEvent.unreadable(
        "expected numbers up to \(EventRecord.largestNumber) but found a larger one")

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

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard try container.decode(String.self, forKey: .type) == OwnershipTaken.kind,
            try container.decode(Int.self, forKey: .version) == 1
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container,
                debugDescription: "expected an ownership of version 1 but found another kind")
        }
        self.init(try container.decode(OwnershipTaken.self, forKey: .facts))
    }
}

extension LogRecord {
    /// The first header of a name.
    package func header(_ name: String) -> String? { self.headers.first { $0.name == name }?.value }
}

extension LoggedEvent {
    /// The event, when it is one.
    package var event: EventRecord? {
        if case .event(let record, _) = self { record } else { nil }
    }

    /// Its hash, when it is an event.
    package var hash: EventHash? {
        if case .event(_, let hash) = self { hash } else { nil }
    }
}
