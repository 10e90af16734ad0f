/// How long to wait before a message is tried again, and when to give up.
package struct RetrySchedule: Hashable, Sendable {
    /// The first wait, in milliseconds; each later one is twice as long.
    package let first: Int64
    /// The longest wait, in milliseconds.
    package let longest: Int64
    /// After so many tries it is a dead letter.
    package let tries: Int

    /// By default eleven tries over about a day.
    package init(first: Int64 = 60_000, longest: Int64 = 4 * 3_600_000, tries: Int = 11) {
        self.first = first
        self.longest = longest
        self.tries = tries
    }

    /// The wait after a failed try: between half of the step and the whole, so that what failed together does not come
    /// back together.
    ///
    /// - Parameters:
    ///   - attempts: How often it was tried, from 1.
    ///   - jitter: From 0 to below 1.
    /// - Returns: Milliseconds; nil when it is a dead letter.
    package func wait(after attempts: Int, jitter: Double) -> Int64? {
        guard attempts < self.tries else { return nil }
        let step = min(self.longest, self.first << Int64(min(max(attempts - 1, 0), 30)))
        return step / 2 + Int64(Double(step - step / 2) * min(max(jitter, 0), 1))
    }
}
