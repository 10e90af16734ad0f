import Redressal
import RedressalRuntime

/// The events of some cases with deadlines, as one engine writes them, and what a projector makes of them.
struct ContractHistory {
    static let start = Instant(seconds: 1_772_366_400)

    let partition: Int
    private var engine: PartitionEngine
    private let catalog: DefinitionCatalog
    private var records: [LogRecord] = []
    private(set) var fold = PartitionFold()
    /// How many of the records were asked for.
    private var told = 0

    init(partition: Int) throws {
        self.partition = partition
        self.engine = PartitionEngine(partition: partition, of: partition + 1)
        var register = DefinitionRegister()
        for definition in try TestDefinitions.duty.published(at: Self.start) {
            let findings = register.add(definition)
            guard !findings.hasErrors else { throw ContractViolation("\(findings)") }
        }
        self.catalog = register.catalog
        self.add(try self.engine.takeOwnership(by: "contract", now: Self.start))
    }

    /// The offset after the last record.
    var end: Int64 { Int64(self.records.count) }
    var epoch: Int64 { self.fold.acceptance.epoch }

    /// Opens a case whose deadline is so many seconds after the start.
    mutating func open(_ id: String, due seconds: Int64) throws {
        let due = FieldValue.string(Self.start.advanced(bySeconds: seconds).description)
        try self.take(id, "open-\(id)", .open(OpenCase(workflow: "duty", office: "desk", fields: ["due_at": due])))
    }

    /// Does an action.
    mutating func act(_ action: String, on id: String, as command: String) throws {
        try self.take(id, command, .act(TakeAction(action: action, fields: [:])))
    }

    /// Folds what was not asked for yet.
    mutating func changes() -> RowChanges {
        var changes = RowChanges(partition: self.partition)
        for record in self.records[self.told...] {
            let event = LoggedEvent(record)
            changes.add(self.fold.fold(event), hash: event.hash, of: record)
        }
        self.told = self.records.count
        return changes
    }

    private mutating func take(_ id: String, _ command: String, _ request: CommandRequest) throws {
        let command = Command(
            id: CommandID(command), case: CaseID(id), actor: Actor(user: "u-clerk", role: "clerk"), channel: "walk_in",
            occurred: Self.start, request: request)
        let value = try CanonicalJSON.encode(command)
        let record = LogRecord(
            topic: .commands, partition: self.partition, offset: self.end, key: id,
            headers: [RecordHeader("ce_type", "org.redressal.Command.v1")], value: value)
        let made = self.engine.decide(record, catalog: self.catalog, now: Self.start).filter { $0.topic == .events }
        guard !made.isEmpty else { throw ContractViolation("expected command \(command.id) to be accepted") }
        for event in made { self.add(event) }
    }

    private mutating func add(_ record: NewRecord) { self.records.append(record.logged(at: self.end)) }
}
