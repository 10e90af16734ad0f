import Redressal
import Synchronization

/// What several ``MemoryLog``s share, as several processes share a broker.
package final class MemoryLogStore: Sendable {
    /// Over how many partitions cases are spread.
    package let partitionCount: Int
    let state: Mutex<MemoryLogState>
    let group: MemoryGroup

    /// Makes an empty store.
    ///
    /// - Parameters:
    ///   - partitionCount: Over how many partitions cases are spread.
    ///   - leavesHoles: Whether each commit skips an offset, as Kafka's markers of transactions do.
    package init(partitionCount: Int = 4, leavesHoles: Bool = false) {
        self.partitionCount = partitionCount
        self.state = Mutex(MemoryLogState(leavesHoles: leavesHoles))
        self.group = MemoryGroup(partitions: partitionCount)
    }

    /// Who waits for records.
    let doorbell = Doorbell()

    /// Changes the state, then wakes those who wait for what was written.
    ///
    /// A reader wakes by itself: nothing is awaited while the lock is held.
    func write<Result: Sendable>(
        at places: some Sequence<LogPlace>, _ body: (inout MemoryLogState) throws(LogError) -> Result
    ) throws(LogError) -> Result {
        defer { for place in Set(places) { self.doorbell.ring(place.name) } }
        return try self.state.withLock { (state) throws(LogError) in try body(&state) }
    }
}
