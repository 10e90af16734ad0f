/// Who is told how long waits for a connection and commits took; told on the path of work, so it must return at once.
package struct PostgresObserver: Sendable {
    /// A pool lent a connection that was asked for at an instant.
    package let acquired: @Sendable (ContinuousClock.Instant) -> Void
    /// A transaction was committed; its `COMMIT` was sent at an instant.
    package let committed: @Sendable (ContinuousClock.Instant) -> Void

    package init(
        acquired: @escaping @Sendable (ContinuousClock.Instant) -> Void,
        committed: @escaping @Sendable (ContinuousClock.Instant) -> Void
    ) {
        self.acquired = acquired
        self.committed = committed
    }
}
