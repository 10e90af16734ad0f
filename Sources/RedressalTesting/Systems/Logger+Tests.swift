import Foundation
import Logging

extension Logger {
    /// Writes nothing, because what goes wrong on purpose need not be read; with `REDRESSAL_TEST_LOG` set, everything.
    package static let tests: Logger = {
        guard ProcessInfo.processInfo.environment["REDRESSAL_TEST_LOG"] != nil else {
            return Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        }
        var logger = Logger(label: "tests") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .debug
        return logger
    }()
}
