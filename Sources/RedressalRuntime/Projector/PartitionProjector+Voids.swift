import Logging
import Redressal

extension PartitionProjector {
    /// Logs each record that counts for nothing, with the command that it came of where it tells.
    func report(_ voids: [VoidRow], of logged: Zip2Sequence<[LogRecord], [LoggedEvent]>) {
        for void in voids {
            var metadata: Logger.Metadata = [
                "partition": "\(void.partition)", "offset": "\(void.offset)", "reason": "\(void.reason.rawValue)",
            ]
            if let command = logged.first(where: { $0.0.offset == void.offset })?.1.event?.command {
                metadata[LogKey.correlation] = "\(command)"
            }
            self.logger.error("void record in the events topic", metadata: metadata)
        }
    }
}
