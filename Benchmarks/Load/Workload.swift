import Redressal
import RedressalTesting

/// Complaints that live side by side: all are filed, then all acknowledged, and so on.
struct Workload {
    let cases: Int
    /// The number of the first.
    var first = 0
    /// How far they get.
    var steps = ComplaintLife.steps

    /// Puts all their commands into the log at once, without a gateway: an engine that runs is not to decide the first ones
    /// while the last ones are still on their way.
    func append(to system: TestSystem) async throws {
        let lives = (self.first..<(self.first + self.cases)).map { ComplaintLife($0) }
        let now = system.clock.now()
        try await system.append((0..<self.steps).flatMap { step in lives.map { $0.command(step, at: now) } })
    }
}
