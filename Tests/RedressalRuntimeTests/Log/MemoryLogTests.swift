import Redressal
import RedressalRuntime
import RedressalTesting
import Testing

@Suite(.timeLimit(.minutes(1))) struct MemoryLogTests {
    private let log = MemoryLog(MemoryLogStore(partitionCount: 2))
    private let event = NewRecord(topic: .events, partition: 1, key: "case", value: [1])

    @Test(arguments: [
        (MemoryLogFault.unknownAndNotDone, LogError.Code.unknownOutcome, Int64(0)),
        (.unknownAndDone, .unknownOutcome, 1), (.fenced, .fenced, 0),
    ])
    func aSpoiledCommitEndsTheOwner(_ fault: MemoryLogFault, _ code: LogError.Code, _ end: Int64) async throws {
        let owner = try await self.log.takeOwnership(of: 1)
        self.log.inject(fault, into: .commit(partition: 1))
        for _ in 0..<2 {
            let error = await #expect(throws: LogError.self) { try await owner.commit([self.event], position: 5) }
            #expect(error?.code == code)
        }
        #expect(try await self.log.end(of: .events, partition: 1) == end)
        let next = try await self.log.takeOwnership(of: 1)
        #expect(try await next.position() == end * 5)
    }

    @Test func anOwnerOutlivesAnUnreachableLog() async throws {
        let owner = try await self.log.takeOwnership(of: 1)
        self.log.inject(.unavailable, into: .commit(partition: 1))
        let error = await #expect(throws: LogError.self) { try await owner.commit([self.event], position: 5) }
        #expect(error?.isRetriable == true)
        #expect(try await owner.commit([self.event], position: 5) == [0])
    }

    @Test func faultsOfOnePartitionSpareTheOthers() async throws {
        self.log.inject(.fenced, into: .commit(partition: 0))
        let owner = try await self.log.takeOwnership(of: 1)
        #expect(try await owner.commit([self.event], position: nil) == [0])
    }

    @Test(arguments: [
        (MemoryLogFault.unknownAndNotDone, LogError.Code.unknownOutcome, Int64(0)),
        (.unknownAndDone, .unknownOutcome, 1), (.unavailable, .unavailable, 0),
    ])
    func anAppendCanBeSpoiled(_ fault: MemoryLogFault, _ code: LogError.Code, _ end: Int64) async throws {
        self.log.inject(fault, into: .append)
        let error = await #expect(throws: LogError.self) { try await self.log.append([self.event]) }
        #expect(error?.code == code)
        #expect(try await self.log.end(of: .events, partition: 1) == end)
        #expect(try await self.log.append([self.event]) == [end])
    }

    @Test func aLostMemberHoldsNothingAndComesLast() async throws {
        let board = MembershipBoard()
        let first = try await self.log.joinEngines(as: "first")
        let following = board.follow(first, as: "first")
        try await board.wait { $0["first"] == [0, 1] }
        let second = try await self.log.joinEngines(as: "second")
        let followingSecond = board.follow(second, as: "second")
        try await board.wait { $0["first"]?.count == 1 && $0["second"]?.count == 1 }
        self.log.loseMember("first")
        try await board.wait { $0["first"]?.count == 1 && $0["second"]?.count == 1 }
        await first.leave()
        try await board.wait { $0["second"] == [0, 1] }
        await second.leave()
        for task in [following, followingSecond] { await task.value }
    }
}
