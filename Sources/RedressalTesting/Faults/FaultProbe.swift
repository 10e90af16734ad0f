import Foundation
import Redressal

/// Finds out whether the whole system works: a case in each partition, a fresh command through each door, and its
/// event in the read models.
struct FaultProbe: Sendable {
    private let system: FaultSystem
    /// One a partition.
    private let cases: [String]

    /// Opens cases until every partition has one.
    init(_ system: FaultSystem) async throws {
        var cases: [Int: String] = [:]
        while cases.count < FaultSystem.partitions {
            // Due long after everything is over.
            let opening = FaultRequest.opening(Self.key(), due: Date(timeIntervalSinceNow: 1_000_000), isShared: false)
            let answer = try await Self.insist(opening, system.doors[0], system.ledger)
            guard let id = answer.done?.case else {
                throw Finding(.stuck, "expected a case to be opened but found \(answer.status) \(answer.body)")
            }
            cases[Partitioner.partition(of: id, among: FaultSystem.partitions)] = id
        }
        self.system = system
        self.cases = cases.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func key() -> String { "probe-\(UUID().uuidString)" }

    /// Waits until everything works.
    ///
    /// - Parameter doors: Nil for all of them.
    /// - Throws: ``Finding`` when it does not within two minutes.
    func pass(through doors: [FaultDoor]? = nil) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in self.cases {
                for door in doors ?? self.system.doors {
                    group.addTask { try await self.pass(id, door) }
                }
            }
            try await group.waitForAll()
        }
    }

    private func pass(_ id: String, _ door: FaultDoor) async throws {
        let answer = try await Self.insist(.doing("remark", to: id, Self.key()), door, self.system.ledger)
        guard let seq = answer.done?.seq else {
            throw Finding(.stuck, "expected a remark to be taken but found \(answer.status) \(answer.body)")
        }
        try await Self.wait(for: "event \(seq) of \(id) in the read models") {
            await door.web.get("/cases/\(id)?wait_for=\(seq)").status == 200
        }
    }

    private static func insist(
        _ request: FaultRequest, _ door: FaultDoor, _ ledger: FaultLedger
    ) async throws -> FaultAnswer {
        var answer: FaultAnswer?
        try await self.wait(for: "an answer to \(request.path) at port \(door.relay.port)") {
            answer = await door.send(request, ledger)
            return answer != nil
        }
        guard let answer else { throw Finding(.stuck, "expected an answer to \(request.path) but there is none") }
        return answer
    }

    private static func wait(for fact: String, _ holds: () async throws -> Bool) async throws {
        do {
            try await Fact.wait(for: fact, holds)
        } catch let missing as Fact.NotSeen {
            throw Finding(.stuck, missing.description)
        }
    }
}
