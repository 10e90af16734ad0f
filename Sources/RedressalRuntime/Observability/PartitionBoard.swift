import Synchronization

/// Which partitions this process was given to decide, and which of them it does decide.
package final class PartitionBoard: Sendable {
    /// How far a partition is.
    package enum Standing: Hashable, Sendable {
        /// Given, and not taken over yet or lost again.
        case given
        /// Its commands are decided; the offset of the next one.
        case served(Int64)
    }

    private struct State {
        var isExpecting = false
        var standings: [Int: Standing] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    package var standings: [Int: Standing] { self.state.withLock(\.standings) }

    /// An engine runs here and asks for partitions.
    package func expect() { self.state.withLock { $0.isExpecting = true } }

    package func set(_ standing: Standing, _ partition: Int) {
        self.state.withLock { $0.standings[partition] = standing }
    }

    /// The partition was handed over: it is no longer this process's.
    package func handedOver(_ partition: Int) {
        self.state.withLock { _ = $0.standings.removeValue(forKey: partition) }
    }

    /// Why no command of some partition is decided, in words for an operator; nil when all is well.
    ///
    /// - Parameter isNew: Whether the process began a moment ago: then it waits for its first partitions; later one
    ///   without partitions stands by for others.
    package func complaint(isNew: Bool) -> String? {
        let state = self.state.withLock { $0 }
        guard state.isExpecting else { return nil }
        if state.standings.isEmpty {
            return isNew ? "expected partitions to decide but none was given to this process yet" : nil
        }
        let idle = state.standings.filter { $0.value == .given }.keys.sorted()
        return idle.isEmpty
            ? nil
            : "expected to own every partition given but \(idle.map(String.init).joined(separator: ", ")) "
                + "\(idle.count == 1 ? "is" : "are") not taken over"
    }
}
