/// What follows from one command: the case's new state, the events that lead there, and commands for other cases.
package struct Decision: Sendable {
    package private(set) var state: CaseState?
    package private(set) var written: [WrittenEvent] = []
    package private(set) var followUps: [Command] = []

    let command: Command
    let context: DecisionContext
    private let request: String

    init(_ command: Command, state: CaseState?, context: DecisionContext) {
        self.command = command
        self.state = state
        self.context = context
        self.request = command.requestDigest()
    }

    /// The moment from which clocks count: the claimed time in an imported past, else the engine's own.
    ///
    /// A paper filed three days ago and entered today gives the office its whole time from today (domain.md §2.0).
    var instant: Instant { self.command.historical ? self.command.occurred : self.context.now }

    /// Adds the case's first event.
    mutating func open(_ facts: CaseOpened, under pin: WorkflowPin) throws(Rejection) {
        let record = self.record(
            .caseOpened(facts), pin: pin, occurred: self.command.occurred, actor: self.command.actor)
        let event = try self.write(record)
        self.state = CaseState(opening: record, hash: event.hash)
    }

    /// Adds an event and folds it in, so that what comes next sees it.
    ///
    /// - Parameters:
    ///   - occurred: When it happened; nil is the command's time.
    ///   - actor: Who did it; nil is the command's actor.
    mutating func add(_ event: CaseEvent, occurred: Instant? = nil, actor: Actor? = nil) throws(Rejection) {
        guard let pin = self.state?.workflow else { return }
        let record = self.record(
            event, pin: pin, occurred: occurred ?? self.command.occurred, actor: actor ?? self.command.actor)
        let written = try self.write(record)
        self.state?.apply(record, hash: written.hash)
    }

    /// Adds a command for another case, which the log carries in the same transaction.
    mutating func send(_ command: Command) { self.followUps.append(command) }

    private func record(_ event: CaseEvent, pin: WorkflowPin, occurred: Instant, actor: Actor) -> EventRecord {
        EventRecord(
            case: self.command.case, seq: (self.state?.seq ?? 0) + 1, prev: self.state?.head ?? .none,
            epoch: self.context.epoch, command: self.command.id, request: self.request, workflow: pin, actor: actor,
            channel: self.command.channel, occurred: occurred, recorded: self.context.now, event: event)
    }

    private mutating func write(_ record: EventRecord) throws(Rejection) -> WrittenEvent {
        let bytes: [UInt8]
        do {
            bytes = try CanonicalJSON.encode(record)
        } catch {
            throw Rejection(
                .malformed, "expected values that JSON can hold but found a number that is infinite or not one")
        }
        guard bytes.count <= NewRecord.largestValue else {
            throw Rejection(
                .tooLong, "expected at most \(NewRecord.largestValue) bytes of fields but found \(bytes.count)")
        }
        // No database takes it in a text: the read models would stop at this event for ever.
        guard !CanonicalJSON.holdsNUL(bytes) else {
            throw Rejection(.malformed, "expected text without NUL characters but found one")
        }
        let event = WrittenEvent(record: record, bytes: bytes, hash: EventHash(of: bytes))
        self.written.append(event)
        return event
    }
}
