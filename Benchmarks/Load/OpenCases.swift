import Foundation
import Glibc
import Postgres
import RedressalRuntime
import RedressalTesting

@testable import Redressal

/// Many complaints that are filed and still open, put into the log and the read models without waiting for an engine.
///
/// The core decides each one's opening in memory, as an engine does; its events go into the log as they are, and the
/// workers' own projector folds them. The opening commands and their outcomes are left out, like outcomes of yesterday.
struct OpenCases: Sendable {
    private static let chunk = 2000

    let count: Int
    var severity = "standard"
    /// When each is filed, by its number; never earlier than the one before.
    let filed: @Sendable (Int) -> Instant

    /// A complaint, in one of several offices in turn.
    func life(_ number: Int) -> ComplaintLife {
        ComplaintLife(number, at: ComplaintLife.seats[number % ComplaintLife.seats.count], severity: self.severity)
    }

    /// Fills a system whose log and read models are empty, and says on standard error how long that took: with a million
    /// cases it is most of the waiting.
    func put(into system: TestSystem) async throws {
        try await self.put(into: system.log, system.pool, system.definitions.catalog())
    }

    /// Fills a log and read models that are empty.
    func put(into log: any Log, _ pool: PostgresPool, _ catalog: DefinitionCatalog) async throws {
        let start = ContinuousClock.now
        try await self.append(to: log, catalog)
        let appended = start.duration(to: .now)
        let folded = try await CatchUp.run(log, pool)
        // As they stand after a night: else the server would do this beside what is measured, and only where there is much.
        try await pool.execute("VACUUM (ANALYZE)")
        try await pool.execute("CHECKPOINT")
        Glibc.sync()
        let times = [appended, folded].map { "\(Int($0 / .seconds(1))) s" }
        let words = "\(self.count.grouped) open cases were put into the log in \(times[0]) and folded in \(times[1]).\n"
        FileHandle.standardError.write(Data(words.utf8))
    }

    private func append(to log: any Log, _ catalog: DefinitionCatalog) async throws {
        _ = try await log.append(
            try (0..<log.partitionCount).map { try self.owner(of: $0, among: log.partitionCount, at: 0).announcement })
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in stride(from: 0, to: self.count, by: Self.chunk) {
                // Two at a time: one is decided while the other is stored.
                if first >= 2 * Self.chunk { try await group.next() }
                let numbers = first..<min(first + Self.chunk, self.count)
                group.addTask { _ = try await log.append(try self.events(numbers, catalog, log.partitionCount)) }
            }
            try await group.waitForAll()
        }
    }

    /// How many timers one of them has.
    func timersEach(_ catalog: DefinitionCatalog) throws -> Int {
        var engine = try self.owner(of: 0, among: 1, at: 0).engine
        _ = try self.open(0, &engine, catalog, among: 1)
        return engine.fold.cases.values.first?.timers.count ?? 0
    }

    /// What follows from the opening of some of them.
    private func events(
        _ numbers: Range<Int>, _ catalog: DefinitionCatalog, _ partitions: Int
    ) throws -> [NewRecord] {
        var engines = try (0..<partitions).map {
            try self.owner(of: $0, among: partitions, at: numbers.lowerBound).engine
        }
        var records: [NewRecord] = []
        for number in numbers {
            let partition = Partitioner.partition(of: self.life(number).id.text, among: partitions)
            records += try self.open(number, &engines[partition], catalog, among: partitions)
        }
        return records
    }

    private func open(
        _ number: Int, _ engine: inout PartitionEngine, _ catalog: DefinitionCatalog, among partitions: Int
    ) throws -> [NewRecord] {
        let now = self.filed(number)
        let command = try CommandRecord.make(self.life(number).command(0, at: now), among: partitions)
        let events = engine.decide(command.logged(at: Int64(number)), catalog: catalog, now: now)
            .filter { $0.topic == .events }
        guard !events.isEmpty else { throw BenchFailure("expected complaint \(number) to be accepted but it was not") }
        return events
    }

    /// A partition's first owner.
    ///
    /// Each part is decided by one of its own, that knows nothing of the other cases; in the log they are all the same one.
    private func owner(
        of partition: Int, among partitions: Int, at number: Int
    ) throws -> (engine: PartitionEngine, announcement: NewRecord) {
        var engine = PartitionEngine(partition: partition, of: partitions)
        let announcement = try engine.takeOwnership(by: "bench", now: self.filed(number))
        return (engine, announcement)
    }
}
