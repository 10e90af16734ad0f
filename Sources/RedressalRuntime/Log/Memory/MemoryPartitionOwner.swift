import Redressal
import Synchronization

/// The owner of a partition of a ``MemoryLog``.
final class MemoryPartitionOwner: PartitionOwner {
    let partition: Int
    private let store: MemoryLogStore
    private let token: Int64
    /// What ended this owner.
    private let verdict = Mutex<LogError?>(nil)

    init(_ store: MemoryLogStore, partition: Int, token: Int64) {
        self.store = store
        self.partition = partition
        self.token = token
    }

    func position() async throws(LogError) -> Int64 {
        try self.checkAlive()
        return self.store.state.withLock { $0.positions[self.partition] ?? 0 }
    }

    func commit(_ records: [NewRecord], position: Int64?) async throws(LogError) -> [Int64] {
        try self.checkAlive()
        try records.check(cases: self.store.partitionCount)
        do {
            return try self.store.write(at: records.map(\.place)) { (state) throws(LogError) in
                try self.commit(records, position, to: &state)
            }
        } catch {
            if error.endsOwner { self.verdict.withLock { $0 = error } }
            throw error
        }
    }

    func release() async {
        self.verdict.withLock { verdict in
            verdict = verdict ?? LogError(.closed, "partition \(self.partition) was released")
        }
    }

    private func commit(
        _ records: [NewRecord], _ position: Int64?, to state: inout MemoryLogState
    ) throws(LogError) -> [Int64] {
        let fault = state.takeFault(of: .commit(partition: self.partition))
        // Whoever fenced this owner holds a newer token.
        if fault == .fenced { _ = state.takeOwnership(of: self.partition) }
        try state.check(self.token, of: self.partition)
        if fault == .unavailable { throw LogError(.unavailable, "the log cannot be reached") }
        if fault == .unknownAndNotDone { throw Self.unanswered }
        let offsets = state.commit(records, position: position, of: self.partition)
        if fault == .unknownAndDone { throw Self.unanswered }
        return offsets
    }

    private func checkAlive() throws(LogError) {
        if let verdict = self.verdict.withLock({ $0 }) { throw verdict }
    }

    private static let unanswered = LogError(.unknownOutcome, "no answer to a commit came in time")
}
