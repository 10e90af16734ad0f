/// A share of a clock's time was used up.
package struct ReminderDue: Hashable, Sendable, Codable {
    package let clock: ClockName
    package let percent: Int
    package let due: Instant

    package init(clock: ClockName, percent: Int, due: Instant) {
        self.clock = clock
        self.percent = percent
        self.due = due
    }
}
