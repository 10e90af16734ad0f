/// Where a clock's timers lie: the reminders still to come, and the deadline.
struct TimerPlan {
    let calendar: BusinessCalendar
    /// Whether lengths count working time.
    let business: Bool
    /// The whole target in milliseconds.
    let length: Int64
    let remind: [Percent]

    /// - Parameters:
    ///   - instant: Now, as far as the clock is concerned.
    ///   - used: How much of the target was used up before, in milliseconds.
    ///   - due: The deadline.
    func timers(from instant: Instant, used: Int64, due: Instant) throws(Rejection) -> [TimerFact] {
        var timers: [TimerFact] = []
        for percent in self.remind where percent.value < 100 {
            let mark = self.length * Int64(percent.value) / 100
            guard mark > used else { continue }
            let at = try self.move(instant, by: mark - used)
            if at < due { timers.append(TimerFact(.reminder, due: at, mark: percent.value)) }
        }
        timers.append(TimerFact(.breach, due: due))
        return timers
    }

    /// An instant moved by so much of the kind of time that the clock counts.
    func move(_ instant: Instant, by milliseconds: Int64) throws(Rejection) -> Instant {
        guard self.business else { return instant.advanced(byMilliseconds: milliseconds) }
        do throws(CalendarError) {
            return try self.calendar.add(workingMilliseconds: milliseconds, to: instant)
        } catch {
            throw Rejection(.noDeadline, error.description)
        }
    }
}
