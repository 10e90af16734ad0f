/// Waits between attempts: longer each time, never long.
struct Backoff {
    private let clock: any Clock<Duration>
    private var attempts = 0

    init(_ clock: any Clock<Duration>) { self.clock = clock }

    mutating func reset() { self.attempts = 0 }

    /// Waits 50 ms, then twice as long each time, up to five seconds; returns at once when the task is cancelled.
    mutating func wait() async {
        let milliseconds = min(5000, 50 << min(self.attempts, 7))
        self.attempts += 1
        try? await self.clock.sleep(for: .milliseconds(milliseconds))
    }
}
