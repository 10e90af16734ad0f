import Foundation

/// A time zone as a table of its clock changes, so that reading it costs a binary search.
///
/// The table covers 1970 to 2100; before and after it the nearest offset holds.
package struct CalendarZone: Sendable {
    /// The name in the time zone database, as written.
    package let identifier: String
    /// When each offset begins, in order; the first is "always", the others are milliseconds since 1970 in UTC.
    private let begins: [Int64]
    /// Milliseconds to add to UTC, one for each entry of `begins`.
    private let offsets: [Int64]

    /// - Throws: `unknownTimeZone` when Foundation's time zone database does not have it.
    package init(identifier: String) throws(CalendarError) {
        guard let zone = TimeZone(identifier: identifier) else { throw .unknownTimeZone(identifier) }
        let end = Date(timeIntervalSince1970: 4_102_444_800)
        var date = Date(timeIntervalSince1970: 0)
        var begins = [Int64.min]
        var offsets = [Int64(zone.secondsFromGMT(for: date)) * 1000]
        while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
            begins.append(Instant(next).milliseconds)
            offsets.append(Int64(zone.secondsFromGMT(for: next)) * 1000)
            date = next
        }
        self.identifier = identifier
        self.begins = begins
        self.offsets = offsets
    }

    /// What a wall clock in the zone shows at an instant, in milliseconds since 1970-01-01T00:00 on that clock.
    func localMilliseconds(at instant: Instant) -> Int64 {
        instant.milliseconds + self.offsets[self.segment(at: instant.milliseconds)]
    }

    /// The first instant at which a wall clock in the zone shows a time or a later one.
    ///
    /// So a time that the clock skips in spring is the instant of the change, a time that it shows twice in autumn is
    /// the first of the two, and a later local time is never an earlier instant.
    func instant(atLocalMilliseconds local: Int64) -> Instant {
        // No offset reaches 24 hours: the segment of this instant is the right one or comes before it.
        var segment = self.segment(at: local - Self.dayMilliseconds)
        while segment + 1 < self.begins.count, local - self.offsets[segment] >= self.begins[segment + 1] {
            segment += 1
        }
        return Instant(milliseconds: max(self.begins[segment], local - self.offsets[segment]))
    }

    /// The index of the offset that holds at a time in UTC.
    private func segment(at milliseconds: Int64) -> Int {
        var low = 0
        var high = self.begins.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self.begins[middle] <= milliseconds { low = middle } else { high = middle }
        }
        return low
    }

    private static let dayMilliseconds: Int64 = 86_400_000
}

extension CalendarZone: Hashable {
    package static func == (left: CalendarZone, right: CalendarZone) -> Bool { left.identifier == right.identifier }

    package func hash(into hasher: inout Hasher) { hasher.combine(self.identifier) }
}
