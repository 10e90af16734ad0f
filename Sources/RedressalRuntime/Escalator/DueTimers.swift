import Redressal

/// The standing timers, oldest due first.
package protocol DueTimers: Sendable {
    /// Marks the oldest due timers as sent and gives them; one of which nothing came is given again after a while.
    ///
    /// - Parameters:
    ///   - instant: Timers due before it; the deadline itself is still in time.
    ///   - limit: The most to give.
    func claim(_ partitions: Set<Int>, before instant: Instant, limit: Int) async throws -> [DueTimer]
}
