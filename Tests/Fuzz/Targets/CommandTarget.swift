@testable import Redressal

extension FuzzTarget {
    /// Commands and outcomes: whatever is asked, every record that an engine answers with can be read.
    static let command = FuzzTarget("command") { bytes in
        if let outcome = try RoundTrip.json(Outcome.self, bytes) { try Self.recover(outcome, bytes) }
        guard let command = try RoundTrip.json(Command.self, bytes) else { return }
        try require(
            command.requestDigest() == command.requestDigest(), "expected one request to have one digest")
        guard var engine = Self.engine else { return }
        let made = engine.decide(Self.record(bytes, of: command), catalog: Self.catalog, now: Self.now)
        try Self.check(made, in: engine)
        let again = engine.decide(Self.record(bytes, of: command), catalog: Self.catalog, now: Self.now)
        try require(
            again.count <= made.count && again.allSatisfy { $0.topic == .outcomes } || command.isTimer,
            "expected a repeated command to change nothing")
    }

    private static let now = Instant(seconds: 1_775_100_000)
    private static let definition = WorkflowReader.read(FuzzWorkflow.text, file: "fuzz.yaml").definition
    private static let catalog =
        definition.map { WalkOffice(workflow: $0).catalog(from: DefinitionCatalog()) }
        ?? DefinitionCatalog()

    /// An engine that knows one open case, `c-1`.
    private static let engine: PartitionEngine? = {
        var engine = PartitionEngine(partition: 0, of: 1)
        let opening = Command(
            id: CommandID("opening"), case: CaseID("c-1"), actor: Actor(user: "u-clerk-0", role: "clerk"),
            channel: "fuzz", occurred: Instant(seconds: 1_775_000_000),
            request: .open(OpenCase(workflow: "small", office: WalkOffice.name, fields: [:])))
        guard (try? engine.takeOwnership(by: "fuzz", now: Instant(seconds: 1_775_000_000))) != nil,
            let bytes = try? CanonicalJSON.encode(opening),
            engine.decide(record(bytes, of: opening), catalog: catalog, now: Instant(seconds: 1_775_000_000)).count > 1
        else { return nil }
        return engine
    }()

    private static func record(_ bytes: [UInt8], of command: Command) -> LogRecord {
        LogRecord(
            topic: .commands, partition: 0, offset: 7, key: command.case.text,
            headers: [RecordHeader("ce_type", "org.redressal.Command.v1")], value: bytes)
    }

    /// Checks that whoever reads the records knows what the engine knows.
    private static func check(_ made: [NewRecord], in engine: PartitionEngine) throws {
        var fold = try require(Self.engine, "expected an engine that has a case").fold
        for (offset, new) in made.enumerated() {
            try require(new.value.count <= NewRecord.largestValue, "expected records that the log takes")
            let record = LogRecord(
                topic: new.topic, partition: new.partition, offset: Int64(offset), key: new.key, headers: new.headers,
                value: new.value)
            switch new.topic {
            case .events:
                guard case .applied = fold.fold(record) else {
                    throw BrokenProperty("expected an engine's event to be accepted but it is void: \(fold.voids)")
                }
            case .outcomes:
                let outcome = try RoundTrip.json(Outcome.self, new.value)
                try require(outcome != nil, "expected an outcome that reads back")
            case .commands:
                try require(CommandRecord.read(record) != nil, "expected a follow-up that reads back")
            case .definitions, .access:
                throw BrokenProperty("expected no \(new.topic) from an engine")
            }
        }
        try require(fold.cases == engine.fold.cases, "expected the log to give the cases that the engine has")
    }

    private static func recover(_ outcome: Outcome, _ bytes: [UInt8]) throws {
        var engine = PartitionEngine(partition: 0, of: 1)
        let record = LogRecord(
            topic: .outcomes, partition: 0, offset: 0, key: outcome.case.text, headers: [], value: bytes)
        if let lasting = OutcomeRecord.lasting(record) { engine.recover(lasting) }
        try require(engine.fold.cases.isEmpty, "expected outcomes to make no cases")
    }
}
