/// One partition's engine as a value: what its owner knows, and what it decides about each command.
///
/// It reads no clock and does no I/O. When a commit fails or its outcome is unknown, the value is thrown away and made
/// anew from the log; so nothing in it can be ahead of the truth.
package struct PartitionEngine: Sendable {
    package let partition: Int
    private let partitionCount: Int
    package private(set) var fold = PartitionFold()
    private var answers: [CommandID: Answer] = [:]
    private var epoch: Int64 = 0
    /// The engine's clock never goes back within a partition, whatever the machine's does.
    private var latest: Instant?

    package init(partition: Int, of partitionCount: Int) {
        self.partition = partition
        self.partitionCount = partitionCount
    }

    /// Takes in a record of the events topic while it catches up with the log.
    package mutating func recover(event record: LogRecord) {
        guard let event = self.fold.absorb(LoggedEvent(record)) else { return }
        self.latest = max(self.latest ?? event.recorded, event.recorded)
        self.answers[event.command, default: Answer(request: event.request, seq: 0, events: 0)].events += 1
        self.answers[event.command]?.seq = event.seq
    }

    /// Takes in a record of the outcomes topic, so that refused commands, and those that changed nothing, are answered
    /// the same again.
    package mutating func recover(outcome record: LogRecord) {
        guard let value = record.value, let outcome = try? CanonicalJSON.decode(Outcome.self, from: value),
            outcome.events == 0, !outcome.repeated, record.header(OutcomeRecord.passing) == nil,
            self.answers[outcome.command] == nil
        else { return }
        self.remember(outcome)
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
        let request = command.requestDigest()
        if let answer = self.answers[command.id] {
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
            if !command.isTimer { self.remember(outcome) }
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
        self.remember(outcome)
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

    private mutating func remember(_ outcome: Outcome) {
        self.answers[outcome.command] = Answer(
            request: outcome.request, rejection: outcome.rejection, seq: outcome.seq, events: outcome.events)
    }

    private func record(_ outcome: Outcome, of command: Command) -> NewRecord {
        OutcomeRecord.make(outcome, partition: self.partition, isPassing: command.isTimer)
    }

    private mutating func clock(_ now: Instant) -> Instant {
        let instant = max(now, self.latest ?? now)
        self.latest = instant
        return instant
    }
}

extension Command {
    /// Whether it fires a timer.
    package var isTimer: Bool {
        if case .fireTimer = self.request { true } else { false }
    }
}
