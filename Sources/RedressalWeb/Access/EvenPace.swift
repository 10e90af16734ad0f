/// Holds an answer back until the next of a few even moments, so that how long it took to find something out tells nothing.
///
/// Reading a case that is hidden takes a little longer than finding that there is none: about a millisecond, which a few hundred
/// questions tell apart.
struct EvenPace: Sendable {
    /// Many times what the difference is, and little beside what a person notices.
    private static let step = Duration.milliseconds(50)

    private let began = ContinuousClock.now

    /// Waits until a whole number of steps has gone since it was made.
    ///
    /// - Throws: `CancellationError`.
    func wait() async throws {
        try await Task.sleep(for: Self.rest(after: self.began.duration(to: .now)))
    }

    /// How much is left of the step that is going on.
    static func rest(after elapsed: Duration) -> Duration {
        let steps = (elapsed / self.step).rounded(.up)
        return self.step * max(steps, 1) - elapsed
    }
}
