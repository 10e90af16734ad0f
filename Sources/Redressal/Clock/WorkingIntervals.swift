/// The stretches of working time of a calendar in order, as instants, from a date to a last date.
///
/// A stretch that a clock change swallows whole is left out.
struct WorkingIntervals: Sequence, IteratorProtocol {
    /// From `opens` up to, but not including, `closes`.
    struct Interval {
        let opens: Instant
        let closes: Instant
    }

    private let calendar: BusinessCalendar
    private let last: CivilDate
    private var date: CivilDate
    private var periods: [WorkingPeriod]
    /// The next of `periods`.
    private var index = 0

    init(of calendar: BusinessCalendar, from first: CivilDate, through last: CivilDate) {
        self.calendar = calendar
        self.date = first
        self.last = last
        self.periods = first <= last ? calendar.periods(on: first) : []
    }

    mutating func next() -> Interval? {
        while true {
            while self.index < self.periods.count {
                let period = self.periods[self.index]
                self.index += 1
                let interval = Interval(
                    opens: self.calendar.zone.instant(on: self.date, at: period.opens),
                    closes: self.calendar.zone.instant(on: self.date, at: period.closes))
                if interval.opens < interval.closes { return interval }
            }
            guard self.date < self.last else { return nil }
            self.date = self.date.adding(days: 1)
            self.periods = self.calendar.periods(on: self.date)
            self.index = 0
        }
    }
}
