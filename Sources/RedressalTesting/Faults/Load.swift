import Synchronization

/// Clients that give commands at the same time, for as long as a round wants them to.
final class Load: Sendable {
    private static let clients = 4

    private let clients: [LoadClient]
    private let isOver = Atomic(false)
    /// How many are still at it.
    private let running = Atomic(0)

    init(_ system: FaultSystem, seed: UInt64) {
        self.clients = (0..<Self.clients).map { LoadClient("c\($0)", system, seed: seed &* 31 &+ UInt64($0)) }
    }

    func start() {
        self.isOver.store(false, ordering: .relaxed)
        for client in self.clients {
            self.running.add(1, ordering: .relaxed)
            Task {
                await client.run { self.isOver.load(ordering: .relaxed) }
                self.running.subtract(1, ordering: .relaxed)
            }
        }
    }

    /// Waits until every command has its answer.
    ///
    /// - Throws: ``Finding`` when one has none after two minutes.
    func finish() async throws {
        self.isOver.store(true, ordering: .relaxed)
        do {
            try await Fact.wait(for: "an answer to every command") { self.running.load(ordering: .relaxed) == 0 }
        } catch let missing as Fact.NotSeen {
            throw Finding(.stuck, missing.description)
        }
    }
}
