import Redressal
import Synchronization

extension MemoryLog {
    /// Spoils the next call of a kind; faults of the same kind show one after the other.
    package func inject(_ fault: MemoryLogFault, into call: MemoryLogCall) {
        self.store.state.withLock { $0.inject(fault, into: call) }
    }

    /// Takes the partitions away from a member, as when its connection broke; the member stays, as the newest one.
    ///
    /// - Parameter name: What the member called itself when it joined.
    package func loseMember(_ name: String) {
        self.store.group.lose(name)
    }

    /// Writes what no program of ours would, such as a tombstone.
    @discardableResult
    package func putForeign(
        _ topic: Topic, partition: Int, key: String?, headers: [RecordHeader] = [], value: [UInt8]?
    ) -> Int64 {
        let place = LogPlace(topic: topic, partition: partition)
        defer { self.store.doorbell.ring(place.name) }
        return self.store.state.withLock { $0.put(key, headers, value, at: place) }
    }
}
