import Redressal
import RedressalTesting

/// Commands that come at a steady pace, some every twentieth of a second, whatever becomes of them.
struct SteadyLoad {
    /// How many complaints live side by side.
    private static let wave = 500

    /// Commands a second.
    let rate: Double
    let seconds: Int
    /// The number of the first complaint.
    let first: Int

    /// - Returns: How many were sent, and how many a second.
    func send(to system: TestSystem) async throws -> (commands: Int, rate: Double) {
        let start = ContinuousClock.now
        let total = Int(self.rate * Double(self.seconds))
        var sent = 0
        while sent < total {
            let due = min(total, Int(self.rate * (start.duration(to: .now) / .seconds(1))))
            if due > sent {
                try await system.append((sent..<due).map { self.command($0, at: system.clock.now()) })
                sent = due
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        return (sent, Rate.since(start, sent))
    }

    /// Complaints live in waves: all of a wave are filed, then all acknowledged, and so on.
    private func command(_ number: Int, at now: Instant) -> Command {
        let (wave, place) = number.quotientAndRemainder(dividingBy: Self.wave * ComplaintLife.steps)
        let (step, life) = place.quotientAndRemainder(dividingBy: Self.wave)
        return ComplaintLife(self.first + wave * Self.wave + life).command(step, at: now)
    }
}
