import Redressal
import RedressalRuntime

extension ReadModelSubject {
    func givesTheOldestDueTimersFirst() async throws {
        var history = try ContractHistory(partition: 3)
        for (name, due) in [("c", 300), ("a", 100), ("d", 400), ("b", 200)] { try history.open(name, due: Int64(due)) }
        try await self.write(&history)
        try require(try await self.due(before: 100), is: [], "timers due at the instant itself")
        try require(try await self.due(before: 301, limit: 2), is: ["a", "b"], "the oldest two")
        try require(try await self.due(before: 301), is: ["c"], "the rest of those that are due")
    }

    func givesTimersOfTheAskedPartitionsOnly() async throws {
        for partition in [1, 2] {
            var history = try ContractHistory(partition: partition)
            try history.open("case-\(partition)", due: 100)
            try await self.write(&history)
        }
        try require(try await self.due([], before: 101), is: [], "timers of no partition")
        try require(try await self.due([2, 3], before: 101), is: ["case-2"], "timers of partitions 2 and 3")
        try require(try await self.due([1, 2], before: 101), is: ["case-1"], "what is left of partitions 1 and 2")
    }

    /// Also when its case changed meanwhile, as long as the timer stands as it was.
    func givesATimerOnce() async throws {
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        try await self.write(&history)
        try require(try await self.due(before: 101), is: ["a"], "due timers")
        try history.act("remark", on: "a", as: "remark-a")
        try await self.write(&history)
        try require(try await self.due(before: 101), is: [], "due timers that were just given")
    }

    func forgetsTimersThatStandNoMore() async throws {
        var history = try ContractHistory(partition: 3)
        for name in ["a", "b"] { try history.open(name, due: 100) }
        try await self.write(&history)
        try history.act("finish", on: "a", as: "finish-a")
        try await self.write(&history)
        try require(try await self.due(before: 101), is: ["b"], "due timers")
    }

    /// The cases of due timers.
    private func due(
        _ partitions: Set<Int> = [3], before seconds: Int64, limit: Int = 10
    ) async throws -> [String] {
        try await self.timers.claim(
            partitions, before: ContractHistory.start.advanced(bySeconds: seconds), limit: limit
        ).map(\.case.text)
    }
}
