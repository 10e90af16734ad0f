import Logging
import Redressal

/// Deletes old outcomes now and then.
package struct OutcomePruner: Sendable {
    private let log: any Log
    private let logger: Logger

    package init(log: any Log, logger: Logger) {
        self.log = log
        self.logger = logger
    }

    /// Runs until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do {
                let deleted = try await self.log.pruneOutcomes()
                self.logger.debug("old outcomes deleted", metadata: ["count": "\(deleted)"])
            } catch {
                self.logger.warning("old outcomes were not deleted", metadata: ["reason": "\(error)"])
            }
            // Ends at once when the task is cancelled.
            try? await Task.sleep(for: .seconds(3600))
        }
    }
}
