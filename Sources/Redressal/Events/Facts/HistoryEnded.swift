/// The case's imported past is complete: from here on its timers fire by the wall clock.
package struct HistoryEnded: Hashable, Sendable, Codable {
    /// The last instant that the source vouches for.
    package let at: Instant

    package init(at: Instant) { self.at = at }
}
