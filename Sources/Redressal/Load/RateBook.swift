/// The buckets of many, in bounded memory: those that are full are forgotten, and when there are too many, newcomers share
/// one, so that whoever comes under many names gains nothing by it.
package struct RateBook: Sendable {
    /// How often buckets that are full are looked for, in seconds.
    private static let sweepInterval = 60.0

    package let limit: RateLimit
    private let size: Int
    private var buckets: [String: TokenBucket] = [:]
    private var newcomers = TokenBucket()
    private var swept = -Double.infinity

    /// - Parameter size: How many buckets are kept at most.
    package init(_ limit: RateLimit, size: Int = 50_000) {
        self.limit = limit
        self.size = size
    }

    /// How many buckets are kept.
    package var count: Int { self.buckets.count }

    /// Takes a token of somebody's.
    ///
    /// - Parameters:
    ///   - factor: How many times as much they may take as others.
    ///   - now: In seconds, by a clock that never goes back.
    package mutating func take(_ name: String, times factor: Int = 1, at now: Double) -> RateAnswer {
        self.sweep(at: now)
        let limit = factor == 1 ? self.limit : self.limit.times(factor)
        guard self.buckets[name] != nil || self.buckets.count < self.size else {
            return self.newcomers.take(self.limit, at: now)
        }
        return self.buckets[name, default: TokenBucket()].take(limit, at: now)
    }

    /// What somebody would be answered, were they to take a token.
    package func look(_ name: String, at now: Double) -> RateAnswer {
        var bucket = self.buckets[name] ?? (self.buckets.count < self.size ? TokenBucket() : self.newcomers)
        return bucket.take(self.limit, at: now)
    }

    private mutating func sweep(at now: Double) {
        // When there is no room, it is looked for sooner, but not with every request.
        let interval = self.buckets.count < self.size ? Self.sweepInterval : 1
        guard now - self.swept >= interval else { return }
        self.swept = now
        self.buckets = self.buckets.filter { !$0.value.isFull(at: now) }
    }
}
