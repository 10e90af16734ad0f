/// Which of a case's timers; unique within the case.
package struct TimerID: Hashable, Sendable, Comparable, LosslessStringConvertible {
    package let clock: ClockName
    package let kind: TimerFact.Kind
    /// The percentage of a reminder or the level of an escalation.
    package let mark: Int?

    package init(clock: ClockName, kind: TimerFact.Kind, mark: Int? = nil) {
        self.clock = clock
        self.kind = kind
        self.mark = mark
    }

    /// `total:reminder:50`, `state:breach`.
    package var description: String {
        let base = "\(self.clock.rawValue):\(self.kind.rawValue)"
        return self.mark.map { "\(base):\($0)" } ?? base
    }

    /// Reads what ``description`` writes.
    package init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard (2...3).contains(parts.count), let clock = ClockName(rawValue: String(parts[0])),
            let kind = TimerFact.Kind(rawValue: String(parts[1]))
        else { return nil }
        let mark = parts.count == 3 ? Int(parts[2]) : nil
        guard parts.count == 2 || mark != nil else { return nil }
        self.init(clock: clock, kind: kind, mark: mark)
        // One timer has one text: neither `state::breach` nor `total:reminder:+50`.
        guard self.description == text else { return nil }
    }

    package static func < (left: TimerID, right: TimerID) -> Bool { left.description < right.description }
}

extension TimerID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = TimerID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a timer such as total:reminder:50 but found '\(text)'")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}
