import Foundation

/// Why a stretch of calendar time was not ordinary working time, for explaining a due date line by line.
package enum CalendarNote: Hashable, Sendable {
    /// A day off that would otherwise have been worked.
    case holiday(Holiday)
    /// A holiday that was withdrawn: the day was worked.
    case cancelledHoliday(Holiday)
    /// A run of days without hours, such as a weekend; both ends are included.
    case closed(from: CivilDate, to: CivilDate)
    /// Other hours held; both ends are included and lie within the stretch explained.
    case override(id: String, from: CivilDate, to: CivilDate)

    /// The first date it is about.
    package var date: CivilDate {
        switch self {
        case .holiday(let holiday), .cancelledHoliday(let holiday): holiday.date
        case .closed(let from, _), .override(_, let from, _): from
        }
    }
}

extension CalendarNote: CustomStringConvertible {
    /// For example `holiday Khmer New Year's Day 2026-04-14` or `closed Sat 2026-04-11 to Sun 2026-04-12`.
    package var description: String {
        switch self {
        case .holiday(let holiday):
            "holiday \(holiday.name) \(holiday.date)" + (holiday.status == .estimated ? " (estimated)" : "")
        case .cancelledHoliday(let holiday):
            "cancelled holiday \(holiday.name) \(holiday.date), worked"
        case .closed(let from, let to):
            from == to ? "closed \(Self.dayText(from))" : "closed \(Self.dayText(from)) to \(Self.dayText(to))"
        case .override(let id, let from, let to):
            from == to ? "hours of \(id) on \(from)" : "hours of \(id) from \(from) to \(to)"
        }
    }

    private static func dayText(_ date: CivilDate) -> String { "\(date.weekday.rawValue.capitalized) \(date)" }
}
