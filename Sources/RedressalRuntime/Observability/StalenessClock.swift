/// Tells for how long the oldest record that is not folded in yet has been there, from looks at a partition's end.
///
/// What was the end at an instant has waited at least since then while the position is before it. So a quiet night does
/// not count as waiting, and it is right to within the time between two looks.
struct StalenessClock: Sendable {
    private struct Look {
        let at: Duration
        let end: Int64
    }

    /// Looks at ends that are not folded in yet, oldest first.
    private var looks: [Look] = []
    /// Looks further back than this many are merged: the oldest is what counts.
    private static let mostLooks = 1000

    /// Takes in a look.
    ///
    /// - Parameters:
    ///   - position: The offset to fold next.
    ///   - end: The offset after the last record.
    ///   - now: By a clock that only goes forward.
    /// - Returns: For how long the oldest unfolded record has been seen waiting; zero when there is none.
    mutating func look(position: Int64, end: Int64, at now: Duration) -> Duration {
        self.looks.removeAll { $0.end <= position }
        guard position < end else { return .zero }
        if self.looks.last?.end != end, self.looks.count < Self.mostLooks { self.looks.append(Look(at: now, end: end)) }
        return now - (self.looks.first?.at ?? now)
    }
}
