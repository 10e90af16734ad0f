import Logging
import Redressal

/// Deletes old outcomes now and then, and what engines keep of them.
package struct OutcomePruner: Sendable {
    private let log: any Log
    private let snapshots: SnapshotStore
    private let logger: Logger

    package init(log: any Log, snapshots: SnapshotStore, logger: Logger) {
        self.log = log
        self.snapshots = snapshots
        self.logger = logger
    }

    /// Runs until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do {
                let deleted = try await self.log.pruneOutcomes() + self.snapshots.prune()
                self.logger.debug("old outcomes deleted", metadata: ["count": "\(deleted)"])
            } catch {
                self.logger.warning("old outcomes were not deleted", metadata: ["reason": "\(error)"])
            }
            // Ends at once when the task is cancelled.
            try? await Task.sleep(for: .seconds(3600))
        }
    }
}
