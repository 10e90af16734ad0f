/// The working periods of the days of a week; a weekday may be left unnamed.
///
/// In a calendar's ordinary hours an unnamed weekday is closed; in an override it keeps its ordinary hours.
package struct WorkingHours: Hashable, Sendable {
    /// Seven entries from Monday; nil for an unnamed weekday, empty for a closed one, otherwise in order of opening.
    private let days: [[WorkingPeriod]?]

    /// - Throws: `overlappingPeriods` when two periods of a weekday share a moment.
    package init(_ periods: [Weekday: [WorkingPeriod]]) throws(CalendarError) {
        var days: [[WorkingPeriod]?] = []
        for weekday in Weekday.allCases {
            let ordered = periods[weekday]?.sorted { $0.opens < $1.opens }
            for (earlier, later) in zip(ordered ?? [], (ordered ?? []).dropFirst()) where later.opens < earlier.closes {
                throw .overlappingPeriods(weekday, earlier, later)
            }
            days.append(ordered)
        }
        self.days = days
    }

    /// The periods of a weekday in order, or nil when it is not named.
    package subscript(weekday: Weekday) -> [WorkingPeriod]? { self.days[weekday.index] }

    /// The different days of work named, closed days left out.
    var openDays: [(weekday: Weekday, periods: [WorkingPeriod])] {
        Weekday.allCases.compactMap { weekday in
            guard let periods = self[weekday], !periods.isEmpty else { return nil }
            return (weekday, periods)
        }
    }
}

extension WorkingHours: Codable {
    package init(from decoder: any Decoder) throws {
        let named = try [String: [WorkingPeriod]](from: decoder)
        var periods: [Weekday: [WorkingPeriod]] = [:]
        for (name, value) in named {
            guard let weekday = Weekday(rawValue: name) else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "expected a weekday from mon to sun but found '\(name)'"))
            }
            periods[weekday] = value
        }
        try self.init(periods)
    }

    package func encode(to encoder: any Encoder) throws {
        var named: [String: [WorkingPeriod]] = [:]
        for weekday in Weekday.allCases { named[weekday.rawValue] = self[weekday] }
        try named.encode(to: encoder)
    }
}
