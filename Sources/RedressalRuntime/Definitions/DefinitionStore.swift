import Logging
import Redressal
import Synchronization

/// The definitions that the log holds, kept up to date in memory; any number of tasks may ask.
///
/// Records that cannot be read or that break the rules are counted and logged, and change nothing: every process that
/// reads the same topic comes to the same catalogue.
package final class DefinitionStore: Sendable {
    /// The `definitions` topic has one partition.
    static let partition = 0
    static let batchSize = 100

    let log: any Log
    let logger: Logger
    private let shelf = Mutex(DefinitionShelf())

    /// A store that has read nothing yet: ``refresh()`` reads.
    package init(log: any Log, logger: Logger) {
        self.log = log
        self.logger = logger
    }

    /// A store that has read the topic to its end.
    package static func open(log: any Log, logger: Logger) async throws(LogError) -> DefinitionStore {
        let store = DefinitionStore(log: log, logger: logger)
        try await store.refresh()
        return store
    }

    /// The definitions as far as they have been read.
    package func catalog() -> DefinitionCatalog { self.shelf.withLock { $0.register.catalog } }

    /// What is published as far as it has been read, by kind, name and version.
    package func keys() -> [DefinitionKey] { self.shelf.withLock { $0.register.keys } }

    /// How many records of the topic could not be taken in.
    package func refused() -> Int { self.shelf.withLock(\.refused) }

    /// Reads what is new up to the topic's end.
    package func refresh() async throws(LogError) {
        let end = try await self.log.end(of: .definitions, partition: Self.partition)
        guard self.position < end else { return }
        let reader = try await self.log.reader(of: .definitions, from: [Self.partition: self.position])
        do throws(LogError) {
            while self.position < end, !Task.isCancelled { try await self.read(reader, wait: .seconds(1)) }
        } catch {
            await reader.close()
            throw error
        }
        await reader.close()
    }

    var position: Int64 { self.shelf.withLock(\.position) }

    var register: DefinitionRegister { self.shelf.withLock(\.register) }

    /// Takes in the next records, if any come in time.
    func read(_ reader: any LogReader, wait: Duration) async throws(LogError) {
        let batch = try await reader.next(Self.batchSize, wait: wait)
        let findings = self.shelf.withLock { $0.take(batch) }
        for finding in findings {
            self.logger.error("definition refused", metadata: ["finding": "\(finding)"])
        }
    }
}
