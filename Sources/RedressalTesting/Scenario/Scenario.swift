import Redressal

/// A small world for tests of decisions: given definitions, when somebody acts or time passes, then facts.
///
/// It keeps a manual clock, fires due timers as the escalator would, carries commands between cases as the log would,
/// and after every step folds the bytes as every reader does: that fold must equal what was decided.
package final class Scenario {
    package var catalog: DefinitionCatalog
    /// The manual clock.
    package private(set) var now: Instant
    /// Every event of every case so far, in the order of the log.
    package private(set) var log: [WrittenEvent] = []
    /// The commands between cases that were refused, with the reason.
    package private(set) var undelivered: [(command: Command, rejection: Rejection)] = []
    private var states: [CaseID: CaseState] = [:]
    private var reader = PartitionFold()
    private var outbox: [Command] = []
    private var commands = 0

    package init(_ catalog: DefinitionCatalog, at start: Instant) {
        self.catalog = catalog
        self.now = start
    }

    package var cases: [CaseState] { self.states.values.sorted { $0.id < $1.id } }

    package func state(of id: CaseID = .one) -> CaseState? { self.states[id] }

    /// A case's facts from one of its numbers on.
    package func facts(of id: CaseID = .one, after seq: Int = 0) -> [CaseEvent] {
        self.log.filter { $0.record.case == id && $0.record.seq > seq }.map(\.record.event)
    }

    /// Decides a command at the clock's time, and then the commands to other cases that follow from it.
    ///
    /// - Returns: The facts that the command itself led to.
    /// - Throws: ``Rejection`` when the command is refused, ``ScenarioFailure`` when readers would see something else.
    @discardableResult
    package func send(_ command: Command) throws -> [CaseEvent] {
        let facts = try self.decide(command)
        while !self.outbox.isEmpty {
            let next = self.outbox.removeFirst()
            do {
                _ = try self.decide(next)
            } catch let rejection as Rejection {
                self.undelivered.append((next, rejection))
            }
        }
        return facts
    }

    private func decide(_ command: Command) throws -> [CaseEvent] {
        let decider = Decider(DecisionContext(catalog: self.catalog, now: self.now, epoch: 1))
        let before = self.states[command.case]
        let decision = try decider.decide(command, on: before)
        let again = try decider.decide(command, on: before)
        guard decision.written.map(\.bytes) == again.written.map(\.bytes), decision.followUps == again.followUps else {
            throw ScenarioFailure("expected the same decision twice but \(command.request) gave two")
        }
        for event in decision.written { try self.read(event) }
        guard self.reader.cases[command.case] == decision.state else {
            throw ScenarioFailure(
                "expected the fold to equal what was decided but after \(command.request) it does not")
        }
        let faults = decision.state.map { StateFaults.of($0) } ?? []
        guard faults.isEmpty else {
            throw ScenarioFailure("after \(command.request): " + faults.joined(separator: "; "))
        }
        self.states[command.case] = decision.state
        self.log += decision.written
        self.outbox += decision.followUps
        return decision.written.map(\.record.event)
    }

    private func read(_ event: WrittenEvent) throws {
        let record = LogRecord(
            topic: .events, partition: 0, offset: Int64(self.reader.accepted), key: event.record.case.text,
            headers: EventHeaders.make(for: event), value: event.bytes)
        guard case .applied(let read, let before, let after) = self.reader.fold(record), read == event.record else {
            throw ScenarioFailure("expected every reader to accept and to read back \(event.record)")
        }
        let faults = StateFaults.of(read.event, before: before, after: after)
        guard faults.isEmpty else { throw ScenarioFailure("after \(read.event): " + faults.joined(separator: "; ")) }
    }

    /// An id for the next command.
    package func nextCommand() -> CommandID {
        self.commands += 1
        return CommandID("command-\(self.commands)")
    }

    /// Sets the clock without firing anything, as when the system is down.
    package func isDown(until instant: Instant) { self.now = max(self.now, instant) }
}

extension CaseID {
    /// The case that a scenario is about unless it says otherwise.
    package static let one = CaseID("case-1")
}
