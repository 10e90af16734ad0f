/// A bucket from which each time takes one token, and which fills steadily; all it keeps is when it is full again.
package struct TokenBucket: Hashable, Sendable {
    /// In seconds, by the clock of whoever asks; full buckets are all the same.
    private var fullAt = -Double.infinity

    package init() {}

    /// Takes a token, if there is one.
    ///
    /// - Parameter now: In seconds, by a clock that never goes back.
    package mutating func take(_ limit: RateLimit, at now: Double) -> RateAnswer {
        let cost = 1 / limit.perSecond
        let after = max(self.fullAt, now) + cost
        // A billionth of a second is left to rounding.
        let wait = after - now - limit.window
        guard wait <= 1e-9 else {
            return RateAnswer(remaining: 0, full: self.fullAt - now, wait: wait)
        }
        self.fullAt = after
        let remaining = Int(((limit.window - (after - now)) / cost + 1e-9).rounded(.down))
        return RateAnswer(remaining: max(0, remaining), full: after - now, wait: nil)
    }

    /// Whether it is full at an instant, as if nobody had ever taken anything.
    func isFull(at now: Double) -> Bool { self.fullAt <= now }
}

/// Whether something may happen now.
package struct RateAnswer: Hashable, Sendable {
    /// How many times more at once.
    package let remaining: Int
    /// Seconds until it may happen as often as ever.
    package let full: Double
    /// Seconds until it may happen; nil when it may now.
    package let wait: Double?
}
