/// When a step is owed: once so much of a clock's time is used up, if nobody has done it since the clock began.
package struct Owed: Hashable, Sendable {
    /// One of the clock's reminders.
    package let after: Percent
    package let clock: ClockName

    package init(after: Percent, of clock: ClockName) {
        self.after = after
        self.clock = clock
    }
}
