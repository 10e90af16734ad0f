import HTTPTypes
import Redressal
import Synchronization

/// Counts who asks how often.
final class RateGate: Sendable {
    private let rates: RequestRates
    private let books: Mutex<[RequestRates.Kind: RateBook]>
    private let now: @Sendable () -> Double

    /// - Parameter now: The present, in seconds, by a clock that never goes back.
    init(_ rates: RequestRates, now: @escaping @Sendable () -> Double = RateGate.clock()) {
        self.rates = rates
        self.now = now
        self.books = Mutex(
            Dictionary(uniqueKeysWithValues: RequestRates.Kind.allCases.map { ($0, RateBook(rates.limit($0))) }))
    }

    /// Counts one request of an account.
    ///
    /// - Throws: ``Problem`` `too_many_requests`.
    func admit(_ identity: Identity, _ kind: RequestRates.Kind) throws(Problem) -> HTTPFields {
        let factor = identity.kind == .service ? self.rates.serviceFactor : 1
        return try self.admit(identity.account, kind, times: factor)
    }

    /// Counts one request of an address.
    ///
    /// - Returns: What an answer tells of it (draft-ietf-httpapi-ratelimit-headers-10).
    /// - Throws: ``Problem`` `too_many_requests`.
    func admit(_ name: String, _ kind: RequestRates.Kind, times factor: Int = 1) throws(Problem) -> HTTPFields {
        let now = self.now()
        let answer = self.books.withLock { $0[kind]?.take(name, times: factor, at: now) }
        return try self.fields(answer, kind, self.rates.limit(kind).times(factor))
    }

    /// Counts nothing, and refuses whom one of several limits would refuse.
    ///
    /// - Throws: ``Problem`` `too_many_requests`.
    func checkRoom(_ name: String, _ kinds: RequestRates.Kind...) throws(Problem) {
        let now = self.now()
        for kind in kinds {
            let answer = self.books.withLock { $0[kind]?.look(name, at: now) }
            _ = try self.fields(answer, kind, self.rates.limit(kind))
        }
    }

    private func fields(
        _ answer: RateAnswer?, _ kind: RequestRates.Kind, _ limit: RateLimit
    ) throws(Problem) -> HTTPFields {
        guard let answer else { return [:] }
        var fields = HTTPFields()
        fields[.rateLimitPolicy] = "\"\(kind.rawValue)\";q=\(limit.burst);w=\(Self.whole(limit.window))"
        fields[.rateLimit] = "\"\(kind.rawValue)\";r=\(answer.remaining);t=\(Self.whole(answer.full))"
        guard let wait = answer.wait else { return fields }
        var problem = Problem(
            .tooManyRequests, "too_many_requests",
            "expected at most \(limit.burst) requests at once and \(limit.perSecond) a second but there were more")
        problem.headers = fields
        throw problem.retryable(after: max(1, Self.whole(wait)))
    }

    /// Up to whole seconds, but for what rounding added.
    private static func whole(_ seconds: Double) -> Int { Int((seconds - 1e-6).rounded(.up)) }

    /// Seconds from now on.
    static func clock() -> @Sendable () -> Double {
        let start = ContinuousClock.now
        return { start.duration(to: .now) / .seconds(1) }
    }
}

extension HTTPField.Name {
    fileprivate static let rateLimit = HTTPField.Name("RateLimit")!
    fileprivate static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy")!
}
