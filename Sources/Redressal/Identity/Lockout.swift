/// How long sign-in to an account waits after failures, so that nobody can try many passwords.
///
/// The first five failures in a row cost nothing; after that each doubles the wait, from half a minute up to a quarter of
/// an hour. In a year that leaves 35,000 tries, while whoever mistypes waits once. NIST SP 800-63B-4 §3.2.2 asks for a limit;
/// a lock without an end would let strangers shut officers out.
package enum Lockout {
    /// Failures in a row that cost nothing.
    package static let free = 5
    private static let first: Int64 = 30
    private static let longest: Int64 = 900

    /// The first instant at which another try counts; nil when that is now.
    ///
    /// - Parameters:
    ///   - failures: In a row, so far.
    ///   - last: When the last one was.
    package static func end(after failures: Int, last: Instant, now: Instant) -> Instant? {
        guard failures >= Self.free else { return nil }
        let doublings = min(failures - Self.free, 10)
        let seconds = min(Self.first << doublings, Self.longest)
        let end = last.advanced(bySeconds: seconds)
        // A clock that was set back must not lock anybody out for longer than the rule says.
        guard now < end, last <= now.advanced(bySeconds: seconds) else { return nil }
        return end
    }
}
