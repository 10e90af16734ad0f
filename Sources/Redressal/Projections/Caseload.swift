/// What one holder has to do in one office, or what nobody there holds yet.
package struct Caseload: Hashable, Sendable {
    package let office: String
    /// The account or the post; nil for cases that nobody holds.
    package let holder: String?
    package let figures: LoadFigures

    package init(office: String, holder: String?, figures: LoadFigures) {
        self.office = office
        self.holder = holder
        self.figures = figures
    }
}

/// How much there is to do, and how it went.
package struct LoadFigures: Hashable, Sendable {
    /// Of fewer cases than this no share is told: it would tell of single cases and not of somebody's work.
    package static let smallestGroup = 10
    /// The ages at which bands end, in days since the opening; the last band has no end.
    package static let ages = [7, 30, 90]

    /// Cases that are open now, or were closed within the time that is asked for: what the shares are made of.
    package var cases = 0
    package var open = 0
    package var overdue = 0
    /// The open ones by age, one number for each band.
    package var ages = [Int](repeating: 0, count: LoadFigures.ages.count + 1)
    /// How many of the cases were ever opened again.
    package var reopened = 0
    /// Milliseconds of the time that is asked for in which one of the cases was open.
    package var time: Int64 = 0
    /// Milliseconds of these in which its clocks stood still.
    package var paused: Int64 = 0

    package init() {}

    /// Percent of the cases that were opened again; nil for too few cases.
    package var reopenedPercent: Int? { self.percent(Int64(self.reopened), of: Int64(self.cases)) }

    /// Percent of the time in which clocks stood still; nil for too few cases.
    package var pausedPercent: Int? { self.percent(self.paused, of: self.time) }

    private func percent(_ part: Int64, of whole: Int64) -> Int? {
        guard self.cases >= Self.smallestGroup, whole > 0 else { return nil }
        return Int((Double(part) / Double(whole) * 100).rounded())
    }

    package static func + (left: LoadFigures, right: LoadFigures) -> LoadFigures {
        var sum = left
        sum.cases += right.cases
        sum.open += right.open
        sum.overdue += right.overdue
        sum.ages = zip(left.ages, right.ages).map(+)
        sum.reopened += right.reopened
        sum.time += right.time
        sum.paused += right.paused
        return sum
    }
}

extension [Caseload] {
    /// The same by office alone, in the order of their ids.
    package var byOffice: [(office: String, figures: LoadFigures)] {
        Dictionary(grouping: self, by: \.office).sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.map(\.figures).reduce(LoadFigures(), +)) }
    }
}
