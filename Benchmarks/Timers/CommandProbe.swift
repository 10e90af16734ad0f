import RedressalRuntime
import RedressalTesting

@testable import Redressal

/// A light, steady stream of commands through a gateway, each of which is timed.
struct CommandProbe: Sendable {
    private static let pause = Duration.milliseconds(20)

    let system: TestSystem
    let seed: OpenCases
    /// The number of the first case that may get commands.
    let first: Int
    private let sent = SharedCount()

    init(system: TestSystem, seed: OpenCases, first: Int) {
        self.system = system
        self.seed = seed
        self.first = first
    }

    /// Waits until the engine answers in every partition.
    func warm() async throws {
        for _ in 0..<(8 * self.system.log.partitionCount) { _ = try await self.time() }
    }

    /// Sends one after each pause, whether those before are answered or not.
    ///
    /// - Returns: Milliseconds from handing each over to its outcome.
    func times(until end: ContinuousClock.Instant) async throws -> [Double] {
        try await withThrowingTaskGroup(of: Double.self, returning: [Double].self) { group in
            var next = ContinuousClock.now
            while next < end {
                group.addTask { try await self.time() }
                next = next.advanced(by: Self.pause)
                try await Task.sleep(until: next, clock: .continuous)
            }
            var times: [Double] = []
            for try await time in group { times.append(time) }
            return times
        }
    }

    private func time() async throws -> Double {
        let number = self.sent.next()
        // Spread over all cases, a prime apart.
        let life = self.seed.life(self.first + number * 7919 % (self.seed.count - self.first))
        let command = Command(
            id: CommandID("probe-\(number)"), case: life.id, actor: DemoSeat.oneWindow.acting(as: "intake"),
            channel: "one_window", occurred: self.system.clock.now(),
            request: .act(TakeAction(action: "add_supporter", fields: [:])))
        let start = ContinuousClock.now
        let outcomes = try await self.system.gateway.submit([CommandDraft(command)])
        guard outcomes.first?.status == .accepted else {
            throw BenchFailure(
                "expected a probe to be accepted but \(outcomes.first?.rejection?.message ?? "it has no outcome")")
        }
        return start.duration(to: .now) / .milliseconds(1)
    }
}
