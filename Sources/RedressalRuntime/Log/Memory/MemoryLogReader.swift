import Redressal
import Synchronization

/// Reads a ``MemoryLog``; for one task at a time.
final class MemoryLogReader: LogReader {
    private let store: MemoryLogStore
    private let places: [LogPlace]
    private let offsets: Mutex<[LogPlace: Int64]>
    private let isClosed = Atomic(false)

    init(_ store: MemoryLogStore, _ topic: Topic, _ offsets: [Int: Int64]) {
        let pairs = offsets.map { (LogPlace(topic: topic, partition: $0.key), $0.value) }
        self.store = store
        self.places = pairs.map(\.0).sorted { $0.partition < $1.partition }
        self.offsets = Mutex(Dictionary(uniqueKeysWithValues: pairs))
    }

    func next(_ limit: Int, wait: Duration) async throws(LogError) -> LogBatch {
        let deadline = ContinuousClock.now.advanced(by: wait)
        let names = self.places.map(\.name)
        while true {
            let mark = self.store.doorbell.mark(of: names)
            guard !self.isClosed.load(ordering: .acquiring) else {
                throw LogError(.closed, "the reader is closed")
            }
            let batch = self.take(limit)
            let rest = ContinuousClock.now.duration(to: deadline)
            guard batch.positions.isEmpty, rest > .zero, !Task.isCancelled else { return batch }
            await self.store.doorbell.wait(at: names, after: mark, atMost: rest)
        }
    }

    func close() async {
        self.isClosed.store(true, ordering: .releasing)
        for place in self.places { self.store.doorbell.ring(place.name) }
    }

    /// Takes what is there; a hole at the end is passed without a record.
    private func take(_ limit: Int) -> LogBatch {
        var records: [LogRecord] = []
        var positions: [Int: Int64] = [:]
        self.offsets.withLock { offsets in
            self.store.state.withLock { state in
                for place in self.places where records.count < limit {
                    let from = offsets[place, default: 0]
                    let found = state.records(at: place, from: from, limit: limit - records.count)
                    records += found
                    let isAll = found.last.map { $0.offset == state.shelves[place]?.records.last?.offset } ?? true
                    let next = isAll ? max(from, state.end(of: place)) : (found.last?.offset ?? from) + 1
                    if next > from { (offsets[place], positions[place.partition]) = (next, next) }
                }
            }
        }
        return LogBatch(records: records, positions: positions)
    }
}
