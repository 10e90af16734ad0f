import Postgres
import Redressal
import RedressalRuntime

/// Compares what clients were told with the log, and the log with the read models, while nobody gives commands.
struct FaultAudit {
    private let system: FaultSystem
    private var audit = LogAudit()
    /// The commands that carry a client's mark.
    private var commands: [String: Set<CommandID>] = [:]
    private var findings: [Finding] = []

    private init(_ system: FaultSystem) { self.system = system }

    /// What was seen.
    struct Seen {
        /// Everything that does not hold.
        var findings: [Finding] = []
        /// By how many seconds the deadline that was noticed last was noticed after it had passed.
        var lateness = 0.0
    }

    /// Looks through a system.
    ///
    /// - Parameter waitsForTimers: Whether every due timer is waited for; else only what is decided is folded in.
    static func look(at system: FaultSystem, waitsForTimers: Bool) async throws -> Seen {
        let log = system.openLog()
        let pool = PostgresPool(system.sandbox.database.configuration, size: 2, logger: .tests)
        let outcome: Swift.Result<Seen, any Error>
        do {
            var audit = FaultAudit(system)
            if waitsForTimers { try await audit.awaitTimers(pool) }
            try await audit.settle(log, pool)
            try await audit.read(log)
            audit.checkAnswers()
            try await audit.compare(log, pool)
            outcome = .success(Seen(findings: audit.findings, lateness: audit.lateness))
        } catch {
            outcome = .failure(error)
        }
        await pool.close()
        await log.close()
        return try outcome.get()
    }

    /// Waits until every timer that is due has fired.
    private mutating func awaitTimers(_ pool: PostgresPool) async throws {
        try await self.wait(for: "every due timer to fire") {
            try await pool.query(
                """
                SELECT count(*) FROM read.timer
                WHERE NOT historical AND due_at < clock_timestamp() - interval '1 second'
                """
            ).value(as: Int.self) == 0
        }
    }

    /// Waits until everything is folded in.
    private mutating func settle(_ log: any Log, _ pool: PostgresPool) async throws {
        try await self.wait(for: "every event in the read models") {
            try await ReadModels(pool: pool).lag(behind: log) == 0
        }
    }

    private mutating func wait(for fact: String, _ holds: () async throws -> Bool) async throws {
        do {
            try await Fact.wait(for: fact, holds)
        } catch let missing as Fact.NotSeen {
            self.findings.append(Finding(.stuck, missing.description))
        }
    }

    private var lateness: Double {
        let late = self.audit.events.values.flatMap(\.self).compactMap { event -> Double? in
            guard case .deadlineBreached(let facts) = event.event else { return nil }
            return Double(facts.detected.milliseconds - facts.due.milliseconds) / 1000
        }
        return late.max() ?? 0
    }

    private mutating func read(_ log: any Log) async throws {
        for partition in 0..<FaultSystem.partitions { _ = try await self.audit.read(partition, of: log) }
        for event in self.audit.events.values.flatMap(\.self) {
            if let mark = Self.mark(of: event.event) { self.commands[mark, default: []].insert(event.command) }
        }
    }

    private static func mark(of event: CaseEvent) -> String? {
        let fields: [String: FieldValue]? =
            switch event {
            case .caseOpened(let facts): facts.fields
            case .actionTaken(let facts): facts.fields
            default: nil
            }
        return if case .string(let mark) = fields?["mark"] { mark } else { nil }
    }

    private mutating func checkAnswers() {
        for entry in self.system.ledger.entries { self.check(entry) }
        self.audit.checkCommands()
        self.audit.checkDeadlines()
        self.findings += self.audit.findings
    }

    /// What was done is there once, as answered; what was refused is not there.
    private mutating func check(_ entry: FaultLedger.Entry) {
        let key = entry.request.key
        let commands = self.commands[key] ?? []
        guard let done = entry.answer.done else {
            if !commands.isEmpty {
                self.findings.append(
                    Finding(.duplicated, "\(key) was refused (\(entry.answer.body)) and done all the same"))
            }
            return
        }
        guard let command = commands.first, commands.count == 1 else {
            let kind: Finding.Kind = commands.isEmpty ? .lost : .duplicated
            return self.findings.append(
                Finding(kind, "\(key) was answered \(entry.answer.body) but \(commands.count) commands carry its mark"))
        }
        self.audit.check(command, on: CaseID(done.case), answeredWith: done.events)
        let last = self.audit.events[command]?.map(\.seq).max() ?? 0
        if last != done.seq {
            self.findings.append(
                Finding(.diverged, "\(key) was answered with event \(done.seq) but made event \(last)"))
        }
    }

    private mutating func compare(_ log: any Log, _ pool: PostgresPool) async throws {
        for difference in try await ProjectionDiff(log: log, pool: pool).run() {
            self.findings.append(
                Finding(.diverged, "\(difference.table) \(difference.key) is \(difference.kind) in the read models"))
        }
        for id in try await pool.query("SELECT case_id FROM read.parked").values(as: String.self) {
            self.findings.append(Finding(.diverged, "\(id) is parked"))
        }
    }
}
