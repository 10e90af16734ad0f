import Testing

@testable import RedressalRuntime

@Suite struct PartitionBoardTests {
    @Test func aProcessWithoutAnEngineOwesNothing() {
        #expect(PartitionBoard().complaint(isNew: true) == nil)
    }

    @Test func anEngineThatBeginsWaitsForPartitionsAndLaterStandsBy() {
        let board = PartitionBoard()
        board.expect()
        #expect(
            board.complaint(isNew: true)
                == "expected partitions to decide but none was given to this process yet")
        #expect(board.complaint(isNew: false) == nil)
    }

    @Test func everyPartitionGivenMustBeOwned() {
        let board = PartitionBoard()
        board.expect()
        board.set(.served(7), 0)
        board.set(.given, 2)
        #expect(
            board.complaint(isNew: false) == "expected to own every partition given but 2 is not taken over")
        board.set(.given, 1)
        #expect(
            board.complaint(isNew: true) == "expected to own every partition given but 1, 2 are not taken over")
        board.set(.served(0), 1)
        board.handedOver(2)
        #expect(board.complaint(isNew: true) == nil)
        #expect(board.standings == [0: .served(7), 1: .served(0)])
    }
}
