/// Why a calendar cannot be made, or cannot answer.
package enum CalendarError: Error, Hashable, Sendable {
    /// The zone is not in the time zone database.
    case unknownTimeZone(String)
    /// A period is not two times of one day in order.
    case malformedPeriod(String, expected: String)
    /// Two periods of a weekday share a moment.
    case overlappingPeriods(Weekday, WorkingPeriod, WorkingPeriod)
    /// An override ends before it begins.
    case reversedOverride(id: String)
    /// Two overrides have one id.
    case duplicateOverride(id: String)
    /// Two overrides hold for the same date.
    case overlappingOverrides(String, String)
    /// One holiday stands twice on one date.
    case duplicateHoliday(CivilDate, name: String)
    /// Working days of the same local time need the same hours on every working day.
    case hoursDiffer([WorkingPeriod], [WorkingPeriod])
    /// The answer would lie more than five years after the start, or there is none.
    case unbounded(CalendarReference, wanted: String, from: Instant)
}

extension CalendarError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownTimeZone(let name):
            "expected a time zone such as Asia/Karachi but found '\(name)'"
        case .malformedPeriod(let text, let expected):
            "expected \(expected) but found '\(text)'"
        case .overlappingPeriods(let weekday, let first, let second):
            "expected periods apart from each other but on \(weekday.rawValue) \(first) overlaps \(second)"
        case .reversedOverride(let id):
            "expected override '\(id)' to end on or after the day it begins but it ends before"
        case .duplicateOverride(let id):
            "expected each override once but '\(id)' is defined twice"
        case .overlappingOverrides(let first, let second):
            "expected at most one override for a date but '\(first)' and '\(second)' overlap"
        case .duplicateHoliday(let date, let name):
            "expected each holiday once but '\(name)' stands twice on \(date)"
        case .hoursDiffer(let first, let second):
            "expected the same hours on every working day, which same_time needs, but found "
                + "\(Self.text(first)) and \(Self.text(second))"
        case .unbounded(let calendar, let wanted, let start):
            "expected \(wanted) within five years of \(start) but calendar \(calendar) has none"
        }
    }

    private static func text(_ periods: [WorkingPeriod]) -> String {
        periods.map(\.description).joined(separator: ", ")
    }
}
