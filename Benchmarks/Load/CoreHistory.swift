import RedressalRuntime
import RedressalTesting

@testable import Redressal

/// A partition's commands and the events that follow from them, made in memory.
struct CoreHistory {
    private(set) var commands: [LogRecord] = []
    private(set) var events: [LogRecord] = []
    let catalog: DefinitionCatalog
    static let start = Instant(seconds: 1_772_366_400)

    /// - Parameter cases: How many complaints live from filing to confirmation, each a minute after the one before.
    init(cases: Int, home: String) throws {
        let set = DefinitionSet(try DefinitionFolder(home: home).files(), published: Instant(seconds: 0), by: "bench")
        self.catalog = set.register.catalog
        var engine = PartitionEngine(partition: 0, of: 1)
        _ = try engine.takeOwnership(by: "bench", now: Self.start)
        for step in 0..<ComplaintLife.steps {
            for number in 0..<cases { try self.decide(ComplaintLife(number), step, &engine) }
        }
    }

    private mutating func decide(_ life: ComplaintLife, _ step: Int, _ engine: inout PartitionEngine) throws {
        let now = Self.start.advanced(bySeconds: Int64(self.commands.count))
        let made = try CommandRecord.make(life.command(step, at: now), among: 1)
        let record = made.logged(at: Int64(self.commands.count))
        self.commands.append(record)
        let results = engine.decide(record, catalog: self.catalog, now: now)
        let written = results.filter { $0.topic == .events }
        guard !written.isEmpty else {
            throw BenchFailure("expected command \(step) of \(life.id) to be accepted but \(Self.refusal(in: results))")
        }
        for event in written { self.events.append(event.logged(at: Int64(self.events.count))) }
    }

    private static func refusal(in results: [NewRecord]) -> String {
        let outcomes = results.compactMap { try? CanonicalJSON.decode(Outcome.self, from: $0.value) }
        return outcomes.first?.rejection?.message ?? "there is no outcome"
    }
}
