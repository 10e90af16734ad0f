import HTTPTypes
import Hummingbird
import Redressal
import Synchronization

/// How many requests one key may file: sixty at once, and then one a second.
///
/// It bounds what a key that leaked, or a program that runs wild, can put into the complaint cell's queue. Each process
/// counts for itself.
final class FilingAllowance: Sendable {
    private static let most = 60
    private static let millisecondsEach: Int64 = 1000

    /// For each key, the instant from which nothing of its allowance is used.
    private let full = Mutex<[String: Instant]>([:])

    /// Takes one.
    ///
    /// - Throws: ``Problem`` 429 when none is left, with when there is one again.
    func take(_ account: String, at now: Instant) throws(Problem) {
        let wait = self.full.withLock { full -> Int64 in
            let next = max(full[account] ?? now, now).advanced(byMilliseconds: Self.millisecondsEach)
            let wait = now.milliseconds(to: next) - Int64(Self.most) * Self.millisecondsEach
            if wait <= 0 { full[account] = next }
            return wait
        }
        guard wait > 0 else { return }
        throw Problem(
            .tooManyRequests, "too_many_requests",
            "expected at most \(Self.most) requests a minute under one key but found more"
        ).retryable(after: Int((wait + 999) / 1000))
    }
}
