/// How fast orders are carried out: never faster than asked, and never so that others wait for long.
package struct BulkPace: Sendable {
    /// How many cases are in an engine's hands at a time.
    static let inFlight = 10
    /// How many cases are looked at at a time for a preview.
    static let looking = 200

    /// The most cases a second.
    let rate: Double

    /// - Parameter rate: Cases a second, at least one in a thousand seconds.
    package init(rate: Double = 20) { self.rate = max(0.001, rate) }

    /// How long to rest after some cases, so that the rate is kept and at least as much time is left to others as was taken.
    func rest(after cases: Int, taking elapsed: Duration) -> Duration {
        max(.seconds(Double(cases) / self.rate) - elapsed, elapsed)
    }
}
