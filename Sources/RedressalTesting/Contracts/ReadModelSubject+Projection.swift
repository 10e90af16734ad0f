import Redressal
import RedressalRuntime

extension ReadModelSubject {
    func goesOnWhereItWas() async throws {
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        let first = try await self.store.claim(3)
        try require(
            [first.position, first.epoch], is: [0, 0], "position and epoch of a partition of which nothing is written")
        try await self.store.write(history.changes(), first, to: history.end, epoch: history.epoch)
        let second = try await self.store.claim(3)
        try require(
            [second.position, second.epoch], is: [history.end, history.epoch], "position and epoch afterwards")
        try require(second.token > first.token, is: true, "a later claim's token is higher")
        try require(try await self.store.claim(2).position, is: 0, "position of another partition")
    }

    func writesNothingForAFormerClaim() async throws {
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        let former = try await self.store.claim(3)
        let claim = try await self.store.claim(3)
        let changes = history.changes()
        try await self.refuses(changes, former, to: history.end, as: .fenced(partition: 3))
        try await self.store.write(changes, claim, to: history.end, epoch: history.epoch)
        try require(try await self.store.states(of: [CaseID("a")]), is: history.fold.cases, "folds")
    }

    func writesNothingFromAnotherPosition() async throws {
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        var claim = try await self.store.claim(3)
        claim.position = 9
        try await self.refuses(
            history.changes(), claim, to: history.end, as: .positionMoved(partition: 3, expected: 9, found: 0))
    }

    /// A row that is there shows that something was written already: the whole batch is refused.
    func writesNoRowTwice() async throws {
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        let changes = try await self.write(&history)
        let claim = try await self.store.claim(3)
        let before = try await self.store.states(of: [CaseID("a")])
        do {
            try await self.store.write(changes, claim, to: history.end + 5, epoch: history.epoch)
        } catch {
            try require(try await self.store.claim(3).position, is: history.end, "position after rows were refused")
            return try require(
                try await self.store.states(of: [CaseID("a")]), is: before, "folds after rows were refused")
        }
        throw ContractViolation("expected rows that are there to be refused but they were written again")
    }

    func keepsFolds() async throws {
        var history = try ContractHistory(partition: 3)
        for name in ["a", "b", "c"] { try history.open(name, due: 100) }
        try await self.write(&history)
        try history.act("remark", on: "b", as: "remark-b")
        try history.act("finish", on: "c", as: "finish-c")
        try await self.write(&history)
        let expected = history.fold.cases.filter { $0.key != CaseID("a") }
        try require(
            try await self.store.states(of: [CaseID("b"), CaseID("c"), CaseID("none")]), is: expected,
            "folds of what is asked for")
        try require(try await self.store.states(of: []), is: [:], "folds of nothing")
    }

    private func refuses(
        _ changes: RowChanges, _ claim: PartitionClaim, to next: Int64, as expected: ProjectionError
    ) async throws {
        do {
            try await self.store.write(changes, claim, to: next, epoch: 1)
        } catch let error as ProjectionError {
            try require(error, is: expected, "why nothing is written")
            try require(try await self.store.states(of: Set(changes.states.keys)), is: [:], "folds of what is refused")
            return
        }
        throw ContractViolation("expected \(expected) but the rows were written")
    }
}
