/// How often something may happen: so many times at once, and so many a second after that.
package struct RateLimit: Hashable, Sendable {
    /// How many times at once.
    package let burst: Int
    /// How many times a second in the long run.
    package let perSecond: Double

    package init(burst: Int, perSecond: Double) {
        self.burst = burst
        self.perSecond = perSecond
    }

    /// How long an empty bucket takes to fill, in seconds.
    package var window: Double { Double(self.burst) / self.perSecond }

    /// The same for somebody who acts for many.
    package func times(_ factor: Int) -> RateLimit {
        RateLimit(burst: self.burst * factor, perSecond: self.perSecond * Double(factor))
    }
}
