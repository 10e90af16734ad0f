import Redressal
import RedressalRuntime

/// What must hold of a log, whatever happened on the way, found out from the log and from what people were told.
package struct LogAudit {
    package private(set) var findings: [Finding] = []
    /// The accepted events of each command.
    package private(set) var events: [CommandID: [EventRecord]] = [:]
    private var last: [CaseID: (event: EventRecord, hash: EventHash)] = [:]

    package init() {}

    /// Reads a partition from its start.
    ///
    /// - Parameter onRecord: Sees every record with what the fold makes of it.
    /// - Returns: The fold of all of it.
    package mutating func read(
        _ partition: Int, of log: any Log,
        onRecord: (PartitionFold.Step, EventHash?, LogRecord) -> Void = { _, _, _ in }
    ) async throws -> PartitionFold {
        let (fold, _) = try await Replay(log: log).partition(partition) { step, hash, record in
            onRecord(step, hash, record)
            guard case .applied(let event, let before, let after) = step, let hash else { return }
            self.see(event, hash, before: before, after: after)
        }
        for state in fold.cases.values.sorted(by: { $0.id < $1.id }) {
            for fault in StateFaults.of(state) { self.report(.diverged, "\(state.id): \(fault)") }
        }
        return fold
    }

    private mutating func see(_ event: EventRecord, _ hash: EventHash, before: CaseState?, after: CaseState) {
        let previous = self.last[event.case]
        if event.seq != (previous?.event.seq ?? 0) + 1 {
            self.report(.lost, "\(event.case) goes from event \(previous?.event.seq ?? 0) to event \(event.seq)")
        }
        if event.prev != previous?.hash ?? .none {
            self.report(.diverged, "the chain of \(event.case) breaks at \(event.seq)")
        }
        if let old = previous?.event, old.recorded > event.recorded {
            self.report(
                .diverged, "event \(event.seq) of \(event.case) was recorded before event \(old.seq)")
        }
        for fault in StateFaults.of(event.event, before: before, after: after) {
            self.report(.diverged, "event \(event.seq) of \(event.case): \(fault)")
        }
        self.last[event.case] = (event, hash)
        self.events[event.command, default: []].append(event)
    }

    private mutating func report(_ kind: Finding.Kind, _ text: String) { self.findings.append(Finding(kind, text)) }

    // MARK: Answers

    /// What was acknowledged is in the log, once, and in the case it was for; what was refused is not.
    ///
    /// - Parameter count: How many events the answer told of; 0 for a refusal.
    package mutating func check(_ command: CommandID, on id: CaseID, answeredWith count: Int) {
        let found = self.events[command] ?? []
        if found.count != count {
            self.report(
                found.count < count ? .lost : .duplicated,
                "\(command) was answered with \(count) events but \(found.count) are in force")
        }
        if found.contains(where: { $0.case != id }) {
            self.report(.diverged, "\(command) changed another case than \(id)")
        }
    }

    /// Every command was done at one time.
    package mutating func checkCommands() {
        for (command, events) in self.events.sorted(by: { $0.key < $1.key }) {
            guard let first = events.first else { continue }
            let numbers = Set(events.filter { $0.case == first.case }.map(\.seq))
            if numbers.count != events.count || numbers.max() != first.seq + events.count - 1 {
                self.report(.duplicated, "\(command) was done at more than one time")
            }
        }
    }

    // MARK: Deadlines

    /// Every deadline was noticed once, and every reminder given once, none before it was due.
    package mutating func checkDeadlines() {
        var noticed: [String: Int] = [:]
        for event in self.events.values.flatMap(\.self) {
            guard let notice = DeadlineNotice(event) else { continue }
            noticed[notice.name, default: 0] += 1
            if notice.noticed < notice.due {
                self.report(.diverged, "\(notice.name) was noticed at \(notice.noticed), before it was due")
            }
        }
        for (name, count) in noticed.sorted(by: { $0.key < $1.key }) where count > 1 {
            self.report(.duplicated, "\(name) was noticed \(count) times")
        }
    }
}
