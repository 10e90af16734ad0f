import Redressal
import Synchronization

/// A log that lives as long as the process: for tests and simulation, with faults to inject.
package final class MemoryLog: Log {
    /// What this log shares with others.
    package let store: MemoryLogStore
    private let isClosed = Atomic(false)
    /// Wakes this log's own readers when it is closed.
    private let readers = MemoryLogReaders()

    package var partitionCount: Int { self.store.partitionCount }

    /// Opens a store, which another log may have open too; without one, makes an empty one.
    package init(_ store: MemoryLogStore = MemoryLogStore()) {
        self.store = store
    }

    package func prepare() async throws(LogError) {
        try self.checkOpen()
    }

    package func append(_ records: [NewRecord]) async throws(LogError) -> [Int64] {
        try self.checkOpen()
        try records.check(cases: self.partitionCount)
        return try self.store.write(at: records.map(\.place)) { (state) throws(LogError) in
            let fault = state.takeFault(of: .append)
            if fault == .unavailable || fault == .fenced { throw LogError(.unavailable, "the log cannot be reached") }
            let offsets = fault == .unknownAndNotDone ? [] : state.append(records)
            if fault != nil { throw LogError(.unknownOutcome, "no answer to an append came in time") }
            return offsets
        }
    }

    package func reader(of topic: Topic, from offsets: [Int: Int64]) async throws(LogError) -> any LogReader {
        try self.checkOpen()
        for partition in offsets.keys {
            try LogPlace(topic: topic, partition: partition).check(cases: self.partitionCount)
        }
        return self.readers.add(MemoryLogReader(self.store, topic, offsets))
    }

    package func end(of topic: Topic, partition: Int) async throws(LogError) -> Int64 {
        try self.checkOpen()
        let place = LogPlace(topic: topic, partition: partition)
        try place.check(cases: self.partitionCount)
        return self.store.state.withLock { $0.end(of: place) }
    }

    package func takeOwnership(of partition: Int) async throws(LogError) -> any PartitionOwner {
        try self.checkOpen()
        try LogPlace(topic: .commands, partition: partition).check(cases: self.partitionCount)
        let token = self.store.state.withLock { $0.takeOwnership(of: partition) }
        return MemoryPartitionOwner(self.store, partition: partition, token: token)
    }

    package func joinEngines(as name: String) async throws(LogError) -> any Membership {
        try self.checkOpen()
        return self.store.group.join(as: name)
    }

    package func close() async {
        self.isClosed.store(true, ordering: .releasing)
        await self.readers.close()
    }

    private func checkOpen() throws(LogError) {
        guard self.isClosed.load(ordering: .acquiring) else { return }
        throw LogError(.closed, "the log is closed")
    }
}
