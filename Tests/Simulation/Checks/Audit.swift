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
    private var audit = LogAudit()

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
        audit.compareTables()
        return audit.faults
    }

    private mutating func read(_ partition: Int) async throws {
        let log = MemoryLog(self.world.log)
        var changes = RowChanges(partition: partition)
        let fold = try await self.audit.read(partition, of: log) { changes.add($0, hash: $1, of: $2) }
        try self.tables.apply(changes)
        self.tables.positions[partition] = .init(
            next: try await log.end(of: .events, partition: partition), epoch: fold.acceptance.epoch)
    }

    /// What people were told is what the log says.
    private mutating func checkAnswers() {
        for entry in self.world.ledger.entries {
            self.audit.check(entry.command.id, on: entry.command.case, answeredWith: entry.outcome.events)
        }
        self.audit.checkCommands()
        self.audit.checkDeadlines()
        self.faults += self.audit.findings.map(\.description)
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
