import RedressalTesting
import Testing

/// A short cut of `ops/faults`: some of each kind of fault, once on each log.
@Suite(.serialized) struct FaultMatrixTests {
    private static let names = [
        "engine-killed", "worker-killed", "gateway-killed", "serve-killed", "engine-stopped", "engine-zombie",
        "worker-zombie", "postgres-killed", "disk-full", "broker-stopped", "postgres-mute", "broker-cut",
        "clients-torn",
    ]

    @Test(.timeLimit(.minutes(15)), arguments: LogKind.allCases)
    func afterEveryFaultNothingIsLostOrDoneTwice(_ log: LogKind) async throws {
        let faults = SystemFault.all.filter { Self.names.contains($0.name) && $0.happens(on: log) }
        let rows = try await FaultMatrix(faults, on: [log], runs: .init(kills: 1, others: 1), seed: 1).run { print($0) }
        print(FaultTable.text(rows))
        #expect(rows.map(\.runs) == faults.map { _ in 1 })
        #expect(rows.filter { !$0.isClean }.map(\.fault) == [])
    }
}
