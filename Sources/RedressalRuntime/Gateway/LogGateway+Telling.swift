import Logging
import Redressal

extension LogGateway {
    /// Logs what commands were answered: the line that ties a request to its commands.
    ///
    /// Engines and workers know a command by its id only. Where the request has no id of its own, the command's stands for it.
    func tell(_ outcomes: [Outcome]) {
        guard self.logger.logLevel <= .debug else { return }
        for outcome in outcomes {
            var metadata: Logger.Metadata = ["command": "\(outcome.command)", "outcome": "\(outcome.status.rawValue)"]
            if let code = outcome.rejection?.code { metadata["code"] = "\(code.rawValue)" }
            metadata[LogKey.correlation] = "\(Correlation.id ?? outcome.command.text)"
            self.logger.debug("command answered", metadata: metadata)
        }
    }

    /// Logs which commands got no answer: each is in the log, and may still be decided.
    func tell(unanswered commands: [CommandID]) {
        for command in commands {
            self.logger.warning(
                "command without an answer",
                metadata: [
                    "command": "\(command)", LogKey.correlation: "\(Correlation.id ?? command.text)",
                ])
        }
    }
}
