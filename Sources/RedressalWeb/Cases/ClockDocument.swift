import Redressal

/// A clock of a case as it is shown.
struct ClockDocument: Encodable {
    let target: String
    let ladder: String?
    let from: Instant
    /// The due instant; while paused, the last one.
    let due: Instant
    /// Since when it is paused; missing while it runs.
    let paused: Instant?
    let breached: Bool
    let level: Int

    init(_ clock: ClockState) {
        self.target = clock.target
        self.ladder = clock.ladder
        self.from = clock.from
        self.due = clock.due
        self.paused = clock.pause?.since
        self.breached = clock.breached
        self.level = clock.level
    }
}
