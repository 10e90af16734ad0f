/// How many requests are answered at a time: as many as are answered in time, found as TCP finds what a line carries.
///
/// Additive increase, multiplicative decrease (Chiu and Jain 1989). By Little's law those at a time are the pace times the time that
/// each takes: beyond what the machine does, one more at a time only makes all of them slower.
package struct InFlightLimit: Hashable, Sendable {
    /// Where a decrease ends: that many are always let in.
    private static let fewest = 16
    /// How many at a time are so few that what each takes is what it takes alone.
    private static let few = 4
    /// How much of one that ran alone goes into what one takes alone, of 1.
    private static let weight = 1 / 16.0
    /// The most that one that ran alone counts for, in seconds: a disk that stood still once is not how the machine is.
    private static let longest = 1.0
    /// How much longer than alone each may take among many.
    private static let patience = 2.0
    /// How many are let in before anything is known: all of them are late, should that be more than the machine does in time.
    private static let first = 32
    /// The most that one decrease takes away, of 1.
    private static let steepest = 0.5

    private let most: Double
    private let least: Double
    /// Seconds.
    private let target: Double
    /// What one takes when there are few, in seconds: the machine's own slowness, which fewer at a time would not mend.
    private var alone = 0.0
    private var limit: Double
    private var inFlight = 0
    /// Before then the requests of before the last decrease are still being answered.
    private var steadyFrom = -Double.infinity

    /// - Parameters:
    ///   - most: How many at a time, however quick they are.
    ///   - target: In how many seconds a request is to be answered, by a machine that answers one alone in half of them.
    package init(most: Int, target: Double) {
        self.most = Double(most)
        self.least = Double(min(most, Self.fewest))
        self.target = target
        self.limit = Double(min(most, Self.first))
    }

    /// In how many seconds a request is to be answered by this machine.
    private var inTime: Double { max(self.target, Self.patience * self.alone) }

    /// How many are let in at present.
    package var current: Int { Int(self.limit) }

    /// Whether one more would not be let in.
    package var isFull: Bool { self.inFlight >= self.current }

    /// Whether one more is let in; then ``ended(after:isTimed:at:)`` has to follow.
    package mutating func admit() -> Bool {
        guard !self.isFull else { return false }
        self.inFlight += 1
        return true
    }

    /// Takes note that one is answered.
    ///
    /// - Parameters:
    ///   - seconds: How long it took; nil for one whose time says nothing, such as one that was refused.
    ///   - isTimed: Whether it is one of those that are to be answered in time; another one may take long for reasons of its own.
    ///   - now: In seconds, by a clock that never goes back.
    package mutating func ended(after seconds: Double?, isTimed: Bool = true, at now: Double) {
        // Of one that was slow among few, the number of them is not the reason.
        let (isFew, isMany) = (self.inFlight <= Self.few, Double(self.inFlight) > self.limit / 2)
        self.inFlight -= 1
        guard let seconds else { return }
        if isFew, isTimed { self.alone += (min(seconds, Self.longest) - self.alone) * Self.weight }
        guard isMany else { return }
        if seconds <= self.inTime {
            self.limit = min(self.most, self.limit + 1 / self.limit)
        } else if isTimed, now >= self.steadyFrom {
            self.limit = max(self.least, self.limit * max(Self.steepest, self.inTime / seconds))
            self.steadyFrom = now + seconds
        }
    }
}
