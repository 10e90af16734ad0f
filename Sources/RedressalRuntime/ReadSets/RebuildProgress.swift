import Synchronization

/// Adds up how far the partitions of a rebuild are.
final class RebuildProgress: Sendable {
    private let total: Int64
    private let onProgress: @Sendable (Int64, Int64) -> Void
    private let positions = Mutex<[Int: Int64]>([:])

    init(total: Int64, _ onProgress: @escaping @Sendable (Int64, Int64) -> Void) {
        self.total = total
        self.onProgress = onProgress
    }

    func moved(_ partition: Int, to offset: Int64) {
        let done = self.positions.withLock { positions in
            positions[partition] = offset
            return positions.values.reduce(0, +)
        }
        self.onProgress(done, self.total)
    }
}
