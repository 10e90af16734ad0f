import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

/// What engines do when a commit fails, or nobody can tell whether it did.
@Suite struct EngineFaultTests {
    @Test(arguments: [MemoryLogFault.unknownAndDone, .unknownAndNotDone, .fenced, .unavailable])
    func afterAFailedCommitNothingIsLostAndNothingDoubled(fault: MemoryLogFault) async throws {
        let undisturbed = try await Self.run(fault: nil)
        let disturbed = try await Self.run(fault: fault)
        #expect(disturbed == undisturbed)
    }

    /// Opens and ends sixty duties while commits fail, the announcement of ownership among them.
    ///
    /// - Returns: The digest of each partition, and how many events are void.
    private static func run(fault: MemoryLogFault?) async throws -> [String] {
        try await TestSystem.with(partitions: 2) { system in
            func spoil() throws {
                guard let fault else { return }
                let memory = MemoryLog(try #require(system.memory))
                for partition in 0..<2 { for _ in 0..<2 { memory.inject(fault, into: .commit(partition: partition)) } }
            }
            try spoil()
            try await system.startEngine()
            let names = (0..<60).map { "duty-\($0)" }
            for round in 0..<3 {
                let part = names[(round * 20)..<(round * 20 + 20)]
                let opened = try await system.submit(part.map { system.opening($0) })
                #expect(opened.allSatisfy { $0.status == .accepted && $0.seq == 2 })
                try spoil()
                let ended = try await system.submit(part.map { system.doing("finish", to: $0, as: "finish-\($0)") })
                #expect(ended.allSatisfy { $0.status == .accepted && $0.seq == 4 })
            }
            let summaries = try await system.summaries()
            #expect(summaries.map(\.events).reduce(0, +) == 240)
            #expect(summaries.map(\.void) == [0, 0])
            return summaries.map(\.digest)
        }
    }

    @Test func aFencedEngineStopsWritingAndTakesOverAgain() async throws {
        try await TestSystem.with(partitions: 1) { system in
            try await system.startEngine()
            _ = try await system.submit([system.opening("a")])
            // Somebody takes the partition without saying so in the group, as a process that hung and came back.
            let rival = try await system.log.takeOwnership(of: 0)
            let held = try await system.submit([system.doing("hold", to: "a", as: "hold-a", ["holder": "u-1"])])
            #expect(held.map(\.status) == [.accepted])
            let error = await #expect(throws: LogError.self) { _ = try await rival.commit([], position: 0) }
            #expect(error?.code == .fenced)
            let owners = try await system.records(.events)[0].compactMap { record -> Int64? in
                if case .ownership(let facts) = LoggedEvent(record) { facts.epoch } else { nil }
            }
            #expect(owners == [1, 2])
            #expect(try await system.facts(of: "a").map(\.kind) == [.caseOpened, .clockStarted, .actionTaken])
        }
    }
}
