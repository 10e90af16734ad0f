import Logging
import Redressal

/// Work that one process at a time does, a piece after the other; run it in more of them, and another takes over.
struct LoneWorker: Sendable {
    /// What is done, for the operator.
    let task: String
    /// What it waits by.
    let resting: any Clock<Duration>
    /// How long to rest when there is nothing to do.
    var rest = Duration.seconds(1)
    let logger: Logger
    /// Joins the group, which shares one place.
    let join: @Sendable () async throws -> any Membership

    /// Runs until the task is cancelled, then finishes what was begun and gives its place to another.
    ///
    /// - Parameter step: Does a piece; returns whether there was anything to do.
    func run(_ step: @escaping @Sendable () async throws -> Bool) async throws {
        let tasks = PartitionTasks { _ in await self.work(step) }
        await tasks.follow(try await self.join())
    }

    private func work(_ step: @Sendable () async throws -> Bool) async {
        var backoff = Backoff(self.resting)
        while !Task.isCancelled {
            do {
                let worked = try await step()
                backoff.reset()
                if !worked { try await self.resting.sleep(for: self.rest) }
            } catch {
                guard !Task.isCancelled else { return }
                self.logger.warning("\(self.task) interrupted", metadata: ["reason": "\(error)"])
                await backoff.wait()
            }
        }
    }
}
