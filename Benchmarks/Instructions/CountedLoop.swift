import Redressal

@testable import RedressalRuntime

/// An inner loop whose instructions are counted.
enum CountedLoop: String, CaseIterable {
    case hash
    case fold
    case read
    case decide

    /// How many of what it does.
    func count(in history: CoreHistory) -> Int { self == .decide ? history.commands.count : history.events.count }

    /// Runs it twice: what happens once in a process is over before ``counted``.
    ///
    /// - Throws: ``BenchFailure`` when it did something else.
    func run(on history: CoreHistory) throws {
        let events = history.events.map { LoggedEvent($0) }
        let done = Self.body(self, history, events)
        guard Self.counted(self, history, events) else {
            throw BenchFailure("expected \(self.rawValue) to do \(self.count(in: history)) but it did \(done)")
        }
    }

    /// What valgrind counts, from where it begins to where it ends; found by its name, and no tail call.
    ///
    /// - Returns: Whether it did all there was.
    @inline(never)
    private static func counted(_ loop: CountedLoop, _ history: CoreHistory, _ events: [LoggedEvent]) -> Bool {
        Self.body(loop, history, events) == loop.count(in: history)
    }

    @inline(never)
    private static func body(_ loop: CountedLoop, _ history: CoreHistory, _ events: [LoggedEvent]) -> Int {
        switch loop {
        case .hash: history.events.count { record in record.value.map { EventHash(of: $0) } != nil }
        case .fold: Self.fold(events)
        case .read: Self.fold(history.events.lazy.map { LoggedEvent($0) })
        case .decide: Self.decide(history)
        }
    }

    private static func fold(_ events: some Sequence<LoggedEvent>) -> Int {
        var fold = PartitionFold()
        for event in events { _ = fold.absorb(event) }
        return fold.accepted
    }

    /// - Returns: How many commands were accepted.
    private static func decide(_ history: CoreHistory) -> Int {
        var engine = PartitionEngine(partition: 0, of: 1)
        _ = try? engine.takeOwnership(by: "bench", now: CoreHistory.start)
        return history.commands.count { command in
            engine.decide(
                command, catalog: history.catalog, now: CoreHistory.start.advanced(bySeconds: command.offset)
            ).count { $0.topic == .events } > 0
        }
    }
}
