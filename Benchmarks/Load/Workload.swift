import Redressal
import RedressalTesting

/// Complaints that live side by side: all are filed, then all acknowledged, and so on.
struct Workload {
    let cases: Int
    /// The number of the first.
    var first = 0
    /// How far they get.
    var steps = ComplaintLife.steps

    /// Puts all their commands into the log, without a gateway.
    func append(to system: TestSystem) async throws {
        for step in 0..<self.steps {
            let end = self.first + self.cases
            for first in stride(from: self.first, to: end, by: 5000) {
                let lives = (first..<min(first + 5000, end)).map { ComplaintLife($0) }
                try await system.append(lives.map { $0.command(step, at: system.clock.now()) })
            }
        }
    }
}
