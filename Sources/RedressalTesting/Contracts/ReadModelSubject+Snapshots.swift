import Redressal
import RedressalRuntime

extension ReadModelSubject {
    func saysHowFarSnapshotsGo() async throws {
        try require(try await self.snapshots.start(of: 3), is: SnapshotStart(), "start with nothing written")
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        try await self.write(&history)
        let folded = SnapshotStart(
            events: history.end, epoch: history.epoch, recorded: ContractHistory.start, outcomes: 0)
        try require(try await self.snapshots.start(of: 3), is: folded, "start after events were folded")
        try await self.snapshots.keep([], of: 3, to: 7)
        try await self.snapshots.keep([], of: 3, to: 5)
        let kept = SnapshotStart(
            events: history.end, epoch: history.epoch, recorded: ContractHistory.start, outcomes: 7)
        try require(try await self.snapshots.start(of: 3), is: kept, "start after outcomes were kept")
        try require(try await self.snapshots.start(of: 2), is: SnapshotStart(), "start of another partition")
    }

    func bringsCasesAsTheyStand() async throws {
        var history = try ContractHistory(partition: 3)
        for name in ["a", "b"] { try history.open(name, due: 100) }
        try history.act("remark", on: "a", as: "remark-a")
        let timeline = try await self.write(&history).timeline
        let stored = try await self.snapshots.load([CaseID("a"), CaseID("none")], of: 3, notBefore: history.end)
        try require(stored.recorded, is: ContractHistory.start, "the latest moment recorded")
        try require(stored.cases.keys.map(\.text).sorted(), is: ["a", "none"], "cases")
        try require(stored.cases[CaseID("a")]?.state, is: history.fold.cases[CaseID("a")], "the fold of a case")
        try require(
            stored.cases[CaseID("a")]?.answers, is: Self.answers(timeline, of: CaseID("a")), "the answers of a case")
        try require(stored.cases[CaseID("none")]?.state, is: nil, "the fold of a case that is not there")
        try require(stored.cases[CaseID("none")]?.answers, is: [:], "the answers of a case that is not there")
    }

    func bringsNothingThatGoesLessFar() async throws {
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        try await self.write(&history)
        let error = SnapshotError.behind(partition: 3, position: history.end, expected: history.end + 1)
        do {
            _ = try await self.snapshots.load([CaseID("a")], of: 3, notBefore: history.end + 1)
        } catch let found as SnapshotError {
            return try require(found, is: error, "why nothing is brought")
        }
        throw ContractViolation("expected \(error) but the cases were brought")
    }

    func keepsTheFirstAnswer() async throws {
        var history = try ContractHistory(partition: 3)
        try history.open("a", due: 100)
        let timeline = try await self.write(&history).timeline
        let refused = Redressal.Answer(
            request: "first", rejection: Rejection(.notInThisState, "not now"), seq: 4, events: 0)
        let other = Redressal.Answer(request: "second", rejection: Rejection(.unknownCase, "never"), seq: 5, events: 0)
        try await self.snapshots.keep(
            [KeptAnswer(case: CaseID("a"), command: CommandID("finish-a"), answer: refused)], of: 3, to: 1)
        // Again, as after a commit whose outcome was unknown; and by somebody who refused what had led to events.
        try await self.snapshots.keep(
            ["finish-a", "open-a"].map { KeptAnswer(case: CaseID("a"), command: CommandID($0), answer: other) }, of: 3,
            to: 2)
        let stored = try await self.snapshots.load([CaseID("a")], of: 3, notBefore: 0)
        var expected = Self.answers(timeline, of: CaseID("a"))
        expected[CommandID("finish-a")] = refused
        try require(stored.cases[CaseID("a")]?.answers, is: expected, "answers")
    }

    /// What the events of a case tell of the answers to its commands.
    private static func answers(_ timeline: [TimelineEntry], of id: CaseID) -> [CommandID: Redressal.Answer] {
        Dictionary(grouping: timeline.map(\.record).filter { $0.case == id }, by: \.command).mapValues { events in
            Redressal.Answer(request: events[0].request, seq: events.map(\.seq).max() ?? 0, events: events.count)
        }
    }
}
