import Redressal

/// A list of cases that somebody works through.
enum Queue: String, Sendable, CaseIterable {
    /// What they, or their posts, hold: also cases from outside their offices.
    case mine
    /// What stands where it is their turn, as workflows say.
    case waiting
    /// The open cases of the offices that their posts reach.
    case office
    /// Those of them that are past a deadline.
    case overdue
    /// Those of the overdue that no post could take.
    case orphans
    /// Those that are due until the close of the next working day of their own office; without an office, within 24 h.
    case dueSoon = "due-soon"

    /// Up to how many cases are counted.
    static let countLimit = 1000

    /// Whether it is of somebody: there is none of everybody's.
    var isOfSomebody: Bool { self == .mine || self == .waiting }

    /// The cases in it.
    ///
    /// - Parameter sight: Whose queue it is; nil for everybody's.
    func filter(_ sight: Sight?, at now: Instant) -> CaseFilter {
        var filter = CaseFilter()
        switch self {
        case .mine: sight?.narrowToHeld(&filter)
        case .waiting: sight?.narrowToWaiting(&filter)
        case .office, .overdue, .orphans, .dueSoon: sight?.narrow(&filter)
        }
        switch self {
        case .mine, .waiting, .office: break
        case .overdue: filter.overdue = true
        case .orphans: filter.orphans = true
        case .dueSoon:
            filter.dueFrom = now
            filter.dueBefore = Self.soon(sight, now)
        }
        return filter
    }

    private static func soon(_ sight: Sight?, _ now: Instant) -> Instant {
        let close = (sight?.calendar).flatMap { try? $0.due(from: now, TimeSpan(1, .businessDays)) }
        return close ?? now.advanced(bySeconds: 86_400)
    }
}
