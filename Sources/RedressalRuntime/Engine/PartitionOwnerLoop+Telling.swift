import Logging
import Redressal

extension PartitionOwnerLoop {
    /// Tells those who watch what a committed batch held, and begins to count anew.
    ///
    /// - Parameter began: When the commit began.
    func tell(_ tally: inout DecisionTally, to position: Int64, since began: ContinuousClock.Instant) {
        self.metrics.committed(self.partition, tally, to: position, since: began)
        for refusal in tally.refusals {
            self.logger.debug(
                "command refused",
                metadata: [
                    LogKey.correlation: "\(refusal.command)", "partition": "\(self.partition)",
                    "code": "\(refusal.code.rawValue)",
                ])
        }
        tally = DecisionTally()
    }
}
