/// What one partition's engine holds in memory of its cases besides their states: what their commands were answered,
/// and whether the cases can be let go of.
struct CaseMemory: Sendable {
    private struct Entry {
        var answers: [CommandID: Answer] = [:]
        /// The offset of the case's last event that was seen in the log or written; -1 when a snapshot tells of all.
        var lastEvent: Int64 = -1
        /// When it was last asked for: a count, not a time.
        var used = 0
    }

    /// Whether whatever is not here does not exist, because the whole log was folded.
    private(set) var isWhole: Bool
    private var entries: [CaseID: Entry] = [:]
    private var uses = 0
    /// Answers that no event tells of and that are not kept elsewhere yet, in the order they were given.
    private(set) var unkept: [KeptAnswer] = []

    init(isWhole: Bool) { self.isWhole = isWhole }

    var count: Int { self.entries.count }

    /// Whether all there is to know of a case is here.
    func knows(_ id: CaseID) -> Bool { self.isWhole || self.entries[id] != nil || !Self.canBe(id) }

    /// No case has an id that is too long or holds a NUL: it is refused whatever is asked of it.
    private static func canBe(_ id: CaseID) -> Bool {
        id.text.utf8.count <= CaseID.longest && !id.text.utf8.contains(0)
    }

    mutating func learn(_ id: CaseID, _ answers: [CommandID: Answer]) {
        self.entries[id, default: Entry()].answers.merge(answers) { old, _ in old }
    }

    func answer(to command: CommandID, of id: CaseID) -> Answer? { self.entries[id]?.answers[command] }

    /// Takes note that a case was asked for.
    mutating func use(_ id: CaseID) {
        self.uses += 1
        self.entries[id]?.used = self.uses
    }

    /// Counts an event of the log among what its command led to.
    mutating func count(_ event: EventRecord) {
        let first = Answer(request: event.request, seq: 0, events: 0)
        self.entries[event.case, default: Entry()].answers[event.command, default: first].events += 1
        self.entries[event.case]?.answers[event.command]?.seq = event.seq
    }

    /// Takes note of where an event of a case stands in the log.
    mutating func note(_ id: CaseID, at offset: Int64) { self.entries[id]?.lastEvent = offset }

    /// Keeps an answer; not that to an id which no gateway gives and no table of the database takes.
    mutating func remember(_ outcome: Outcome) {
        guard Self.canBe(outcome.case), !outcome.command.text.utf8.contains(0) else { return }
        let answer = Answer(
            request: outcome.request, rejection: outcome.rejection, seq: outcome.seq, events: outcome.events)
        self.entries[outcome.case, default: Entry()].answers[outcome.command] = answer
        guard outcome.events == 0, !self.isWhole else { return }
        self.unkept.append(KeptAnswer(case: outcome.case, command: outcome.command, answer: answer))
    }

    /// Takes note that the first answers of ``unkept`` are kept elsewhere.
    mutating func kept(_ count: Int) { self.unkept.removeFirst(count) }

    /// Lets go of the cases that were not asked for the longest, as far as snapshots tell all of them.
    ///
    /// - Parameters:
    ///   - position: The offset of the first event that the snapshots do not hold.
    ///   - limit: How many cases to be left with, if that can be.
    /// - Returns: Whom it let go of.
    mutating func forget(before position: Int64, downTo limit: Int) -> [CaseID] {
        guard !self.isWhole, self.entries.count > limit else { return [] }
        let needed = Set(self.unkept.map(\.case))
        let gone = self.entries.filter { $0.value.lastEvent < position && !needed.contains($0.key) }
            .map { (used: $0.value.used, id: $0.key) }
            .sorted { ($0.used, $0.id) < ($1.used, $1.id) }
            .prefix(self.entries.count - limit)
            .map(\.id)
        for id in gone { self.entries[id] = nil }
        return gone
    }
}
