import Synchronization

extension PostgresPool {
    /// How much of a pool is in use.
    package struct Usage: Hashable, Sendable {
        /// How many connections it may make.
        package let size: Int
        /// How many are lent out.
        package let inUse: Int
        /// How many tasks wait for one.
        package let waiting: Int
    }

    /// How much of it is in use now.
    package var usage: Usage {
        self.state.withLock { state in
            Usage(
                size: state.machine.size, inUse: state.machine.leased.count, waiting: state.machine.waiters.count)
        }
    }
}
