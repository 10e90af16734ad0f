import ArgumentParser
import Logging
import RedressalRuntime

/// How lines of the program's own log look.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json

    /// The format that a variable names; text when it is not set.
    ///
    /// - Throws: ``CommandFailure`` for one that does not exist.
    static func named(_ text: String?) throws -> LogFormat {
        guard let text else { return .text }
        guard let format = LogFormat(rawValue: text) else {
            throw CommandFailure(.usage, "expected text or json in REDRESSAL_LOG_FORMAT but found '\(text)'")
        }
        return format
    }

    /// A handler that writes to standard error; lines about a request carry its id.
    func handler(_ label: String) -> any LogHandler {
        switch self {
        case .text:
            return StreamLogHandler.standardError(label: label, metadataProvider: .correlation)
        case .json:
            var handler = JSONLogHandler(label: label)
            handler.metadataProvider = .correlation
            return handler
        }
    }
}
