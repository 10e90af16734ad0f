import Redressal
import RedressalTesting
import Synchronization

@testable import RedressalRuntime

/// What must hold of a world that came to rest, found out from the log alone; sentences about what does not.
struct Audit {
    private let world: World
    private(set) var faults: [String]
    /// The read models as one fold of the whole log gives them.
    private var tables = SimulatedTables()
    /// The accepted events of each command.
    private var events: [CommandID: [EventRecord]] = [:]
    private var last: [CaseID: (event: EventRecord, hash: EventHash)] = [:]

    private init(_ world: World) {
        self.world = world
        self.faults = world.ledger.faults
    }

    /// Looks through a world.
    static func faults(of world: World) async -> [String] {
        var audit = Audit(world)
        do {
            for partition in 0..<World.partitions { try await audit.read(partition) }
        } catch {
            audit.faults.append("the log cannot be folded: \(error)")
        }
        audit.checkAnswers()
        audit.checkDeadlines()
        audit.compareTables()
        return audit.faults
    }

    private mutating func read(_ partition: Int) async throws {
        let log = MemoryLog(self.world.log)
        var fold = PartitionFold()
        var changes = RowChanges(partition: partition)
        for try await record in LogScan(log, .events, partition: partition) {
            let logged = LoggedEvent(record)
            let step = fold.fold(logged)
            changes.add(step, hash: logged.hash, of: record)
            guard case .applied(let event, let before, let after) = step, case .event(_, let hash) = logged else {
                continue
            }
            self.see(event, hash, before: before, after: after)
        }
        for state in fold.cases.values.sorted(by: { $0.id < $1.id }) {
            self.faults += StateFaults.of(state).map { "\(state.id): \($0)" }
        }
        try self.tables.apply(changes)
        self.tables.positions[partition] = .init(
            next: try await log.end(of: .events, partition: partition), epoch: fold.acceptance.epoch)
    }

    private mutating func see(_ event: EventRecord, _ hash: EventHash, before: CaseState?, after: CaseState) {
        let previous = self.last[event.case]
        if event.seq != (previous?.event.seq ?? 0) + 1 {
            self.faults.append("\(event.case) goes from event \(previous?.event.seq ?? 0) to event \(event.seq)")
        }
        if event.prev != previous?.hash ?? .none {
            self.faults.append("the chain of \(event.case) breaks at \(event.seq)")
        }
        if let old = previous?.event, old.recorded > event.recorded {
            self.faults.append("event \(event.seq) of \(event.case) was recorded before event \(old.seq)")
        }
        self.faults += StateFaults.of(event.event, before: before, after: after).map {
            "event \(event.seq) of \(event.case): \($0)"
        }
        self.last[event.case] = (event, hash)
        self.events[event.command, default: []].append(event)
    }

    // MARK: Answers

    /// What was acknowledged is in the log, once; what was refused is not.
    private mutating func checkAnswers() {
        for entry in self.world.ledger.entries {
            let found = self.events[entry.command.id] ?? []
            if found.count != entry.outcome.events {
                self.faults.append(
                    "\(entry.command.id) was answered with \(entry.outcome.events) events but \(found.count) are in force"
                )
            }
            if found.contains(where: { $0.case != entry.command.case }) {
                self.faults.append("\(entry.command.id) changed another case than \(entry.command.case)")
            }
        }
        for (command, events) in self.events.sorted(by: { $0.key < $1.key }) {
            guard let first = events.first else { continue }
            let numbers = Set(events.filter { $0.case == first.case }.map(\.seq))
            if numbers.count != events.count || numbers.max() != first.seq + events.count - 1 {
                self.faults.append("\(command) was done at more than one time")
            }
        }
    }

    // MARK: Deadlines

    /// Every deadline was noticed once.
    private mutating func checkDeadlines() {
        var breaches: [String: Int] = [:]
        for event in self.events.values.flatMap(\.self) {
            guard case .deadlineBreached(let facts) = event.event else { continue }
            breaches["\(event.case) \(facts.clock.rawValue) \(facts.generation)", default: 0] += 1
        }
        for (deadline, count) in breaches.sorted(by: { $0.key < $1.key }) where count > 1 {
            self.faults.append("the deadline \(deadline) was breached \(count) times")
        }
    }

    // MARK: Read models

    /// The read models are what the log says, and no case is parked: nothing here is missing from a history.
    private mutating func compareTables() {
        let found = self.world.tables.withLock { $0 }
        for partition in 0..<World.partitions {
            let (live, folded) = (found.positions[partition], self.tables.positions[partition])
            if live?.next != folded?.next || live?.epoch != folded?.epoch {
                self.faults.append("partition \(partition) is folded to another position or epoch than the log has")
            }
        }
        self.faults += self.differences("case_state", found.states, self.tables.states)
        self.faults += self.differences("case_current", found.rows, self.tables.rows)
        self.faults += self.differences("case_event", found.timeline, self.tables.timeline)
        self.faults += self.differences("timer", found.timers.mapValues(\.row), self.tables.timers.mapValues(\.row))
        self.faults += self.differences("orphan", found.orphans, self.tables.orphans)
        self.faults += self.differences("void", found.voids, self.tables.voids)
        let duties = found.duties.sorted { ($0.row.case_id, $0.row.seq) < ($1.row.case_id, $1.row.seq) }
        let expected = self.tables.duties.sorted { ($0.row.case_id, $0.row.seq) < ($1.row.case_id, $1.row.seq) }
        if duties != expected { self.faults.append("escalation has other rows than the log gives") }
        self.faults += found.parked.sorted().map { "\($0) is parked" }
    }

    private func differences<Key: Hashable, Row: Equatable>(
        _ table: String, _ found: [Key: Row], _ expected: [Key: Row]
    ) -> [String] {
        Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.map { "\(table) \($0)" }.sorted()
            .prefix(3).map { "\($0) is not what the log gives" }
    }
}
