/// One partition's engine as a value: what its owner knows, and what it decides about each command.
///
/// It reads no clock and does no I/O. When a commit fails or its outcome is unknown, the value is thrown away and made
/// anew from the log; so nothing in it can be ahead of the truth. It need not hold every case: whoever owns it asks
/// which it lacks (``unknown(among:)``), brings them as they are stored (``learn(_:)``), and has it let go of others.
package struct PartitionEngine: Sendable {
    package let partition: Int
    private let partitionCount: Int
    package private(set) var fold = PartitionFold()
    /// How commands were answered since somebody last took it.
    package var tally = DecisionTally()
    private var memory: CaseMemory
    private var epoch: Int64 = 0
    /// The engine's clock never goes back within a partition, whatever the machine's does.
    private var latest: Instant?

    /// - Parameter start: Where its reading of the log begins; nil for the very beginning, after which it holds all there is.
    package init(partition: Int, of partitionCount: Int, from start: SnapshotStart? = nil) {
        self.partition = partition
        self.partitionCount = partitionCount
        self.memory = CaseMemory(isWhole: start == nil)
        guard let start else { return }
        self.fold = PartitionFold(epoch: start.epoch, cases: [:])
        self.latest = start.recorded
    }

    /// Takes in a record of the events topic while it catches up with the log.
    package mutating func recover(event record: LogRecord) {
        if let key = record.key { self.requireKnown(CaseID(key)) }
        guard let event = self.fold.absorb(LoggedEvent(record)) else { return }
        self.latest = max(self.latest ?? event.recorded, event.recorded)
        self.memory.count(event)
        self.memory.note(event.case, at: record.offset)
    }

    /// Takes in an outcome as ``OutcomeRecord/lasting(_:)`` reads it, so that refused commands, and those that changed
    /// nothing, are answered the same again.
    package mutating func recover(_ outcome: Outcome) {
        self.requireKnown(outcome.case)
        guard self.memory.answer(to: outcome.command, of: outcome.case) == nil else { return }
        self.memory.remember(outcome)
    }

    /// Becomes the owner.
    ///
    /// - Returns: The record that announces it; it must be committed before anything is decided.
    package mutating func takeOwnership(by owner: String, now: Instant) throws -> NewRecord {
        self.epoch = self.fold.acceptance.epoch + 1
        let ownership = OwnershipTaken(epoch: self.epoch, recorded: self.clock(now), owner: owner)
        _ = self.fold.fold(.ownership(ownership))
        return NewRecord(
            topic: .events, partition: self.partition, key: nil,
            headers: EventHeaders.make(for: ownership, partition: self.partition),
            value: try CanonicalJSON.encode(OwnershipRecord(ownership)))
    }

    /// Decides one record of the commands topic.
    ///
    /// - Returns: The events, the outcome and the commands for other cases, to commit with the position moved past it;
    ///   nothing for a record that is not a command of ours.
    package mutating func decide(_ record: LogRecord, catalog: DefinitionCatalog, now: Instant) -> [NewRecord] {
        guard let command = CommandRecord.read(record) else { return [] }
        self.requireKnown(command.case)
        self.memory.use(command.case)
        let request = command.requestDigest()
        if let answer = self.memory.answer(to: command.id, of: command.case) {
            return [self.record(self.repeated(command, answer, request: request), of: command)]
        }
        let context = DecisionContext(catalog: catalog, now: self.clock(now), epoch: self.epoch)
        let state = self.fold.cases[command.case]
        do throws(Rejection) {
            let decision = try Decider(context).decide(command, on: state)
            return try self.accept(decision, of: command, request: request)
        } catch {
            let outcome = Outcome(
                command: command.id, case: command.case, status: .rejected, rejection: error.clipped,
                seq: state?.seq ?? 0, events: 0, request: request)
            // A timer that is not due yet, or is refused for a passing reason, has to be answered anew each time.
            if !command.isTimer { self.memory.remember(outcome) }
            return [self.record(outcome, of: command)]
        }
    }

    private mutating func accept(
        _ decision: Decision, of command: Command, request: String
    ) throws(Rejection) -> [NewRecord] {
        let followUps = try self.followUps(of: decision)
        self.fold.take(decision)
        let outcome = Outcome(
            command: command.id, case: command.case, status: .accepted, seq: decision.state?.seq ?? 0,
            events: decision.written.count, request: request)
        self.memory.remember(outcome)
        let events = decision.written.map { event in
            NewRecord(
                topic: .events, partition: self.partition, key: event.record.case.text,
                headers: EventHeaders.make(for: event), value: event.bytes)
        }
        return events + [self.record(outcome, of: command)] + followUps
    }

    /// The commands for other cases as records.
    ///
    /// - Throws: ``Rejection`` for one that the log cannot take: committing it would fail for ever.
    private func followUps(of decision: Decision) throws(Rejection) -> [NewRecord] {
        var records: [NewRecord] = []
        for command in decision.followUps {
            guard let record = try? CommandRecord.make(command, among: self.partitionCount),
                record.value.count <= NewRecord.largestValue
            else {
                throw Rejection(
                    .tooLong,
                    "expected at most \(NewRecord.largestValue) bytes of fields for case '\(command.case)' but found more"
                )
            }
            records.append(record)
        }
        return records
    }

    private func repeated(_ command: Command, _ answer: Answer, request: String) -> Outcome {
        guard answer.request == request else {
            return Outcome(
                command: command.id, case: command.case, status: .rejected,
                rejection: Rejection(
                    .commandReused, "expected the same request under id '\(command.id)' but its content is another"),
                seq: answer.seq, events: 0, repeated: true, request: request)
        }
        return Outcome(
            command: command.id, case: command.case, status: answer.rejection == nil ? .accepted : .rejected,
            rejection: answer.rejection, seq: answer.seq, events: answer.events, repeated: true, request: request)
    }

    private mutating func record(_ outcome: Outcome, of command: Command) -> NewRecord {
        self.tally.add(outcome)
        return OutcomeRecord.make(outcome, partition: self.partition, isPassing: command.isTimer)
    }

    private mutating func clock(_ now: Instant) -> Instant {
        let instant = max(now, self.latest ?? now)
        self.latest = instant
        return instant
    }
}

// MARK: Cases that come and go

extension PartitionEngine {
    /// Whether it read the whole log, so that whatever it does not hold does not exist; it lets go of nothing.
    package var holdsAll: Bool { self.memory.isWhole }

    /// How many cases are in memory.
    package var caseCount: Int { self.memory.count }

    /// Answers that no event tells of and that are not kept elsewhere yet.
    package var unkept: [KeptAnswer] { self.memory.unkept }

    /// The cases of records, of any topic, that must be brought before the records are taken in.
    package func unknown(among records: [LogRecord]) -> Set<CaseID> {
        self.unknown(among: records.lazy.compactMap { $0.key.map { CaseID($0) } })
    }

    /// Those of some cases that must be brought.
    package func unknown(among cases: some Sequence<CaseID>) -> Set<CaseID> {
        Set(cases.lazy.filter { !self.memory.knows($0) })
    }

    /// Takes cases in as they are stored.
    package mutating func learn(_ stored: StoredCases) {
        for (id, snapshot) in stored.cases where !self.memory.knows(id) {
            self.memory.learn(id, snapshot.answers)
            if let state = snapshot.state { self.fold.put(state) }
        }
        // A case may be stored with events that are still to be read, and will be passed over: time has come so far.
        if let recorded = stored.recorded { self.latest = max(self.latest ?? recorded, recorded) }
    }

    /// Takes note of where what it decided stands in the log.
    package mutating func committed(_ records: [NewRecord], at offsets: [Int64]) {
        for (record, offset) in zip(records, offsets) where record.topic == .events {
            if let key = record.key { self.memory.note(CaseID(key), at: offset) }
        }
    }

    /// Takes note that the first of ``unkept`` are kept elsewhere.
    package mutating func kept(_ count: Int) { self.memory.kept(count) }

    /// Lets go of cases that snapshots hold; they can be brought again.
    ///
    /// - Parameters:
    ///   - position: The offset of the first event that the snapshots do not hold.
    ///   - limit: How many cases to be left with, if that can be.
    package mutating func forget(before position: Int64, downTo limit: Int) {
        for id in self.memory.forget(before: position, downTo: limit) { self.fold.drop(id) }
    }

    /// Deciding about a case on less than all there is would write what every reader voids: better to stop.
    private func requireKnown(_ id: CaseID) {
        precondition(self.memory.knows(id), "case \(id) was not brought before its record was taken in")
    }
}

extension Command {
    /// Whether it fires a timer.
    package var isTimer: Bool {
        if case .fireTimer = self.request { true } else { false }
    }
}
