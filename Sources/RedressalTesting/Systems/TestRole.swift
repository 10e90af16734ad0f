/// An engine or a worker that runs until it is stopped.
package final class TestRole: Sendable {
    private let task: Task<Void, any Error>
    private let after: @Sendable () async -> Void

    /// - Parameter after: What to do once it has ended, such as closing its log.
    init(_ body: @escaping @Sendable () async throws -> Void, after: @escaping @Sendable () async -> Void = {}) {
        self.task = Task { try await body() }
        self.after = after
    }

    /// Asks it to end and waits until it has: what it is committing is finished, its partitions are handed over.
    ///
    /// - Throws: What it failed with.
    package func stop() async throws {
        self.task.cancel()
        let result = await self.task.result
        await self.after()
        try result.get()
    }
}
