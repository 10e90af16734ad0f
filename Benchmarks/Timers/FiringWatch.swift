import Redressal
import RedressalTesting

/// Sees reminders come into the log.
struct FiringWatch {
    private let system: TestSystem
    private let reader: any LogReader

    /// - Parameter system: Its events are watched from now on.
    init(_ system: TestSystem) async throws {
        self.system = system
        self.reader = try await system.log.reader(of: .events, from: system.log.ends(of: .events))
    }

    /// Waits for as many reminders.
    ///
    /// - Returns: Seconds by the system's clock from when each was due to when it was seen.
    func lateness(of count: Int) async throws -> [Double] {
        var lateness: [Double] = []
        while lateness.count < count {
            let batch = try await self.reader.next(2000, wait: .seconds(300))
            guard !batch.positions.isEmpty else {
                throw BenchFailure("expected \(count) timers to fire but only \(lateness.count) did")
            }
            let now = self.system.clock.now()
            for record in batch.records {
                guard case .event(let event, _) = LoggedEvent(record), case .reminderDue(let fact) = event.event else {
                    continue
                }
                lateness.append(Double(fact.due.milliseconds(to: now)) / 1000)
            }
        }
        await self.reader.close()
        return lateness
    }
}
