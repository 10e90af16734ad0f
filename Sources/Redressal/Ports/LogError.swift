/// Why the log could not do something.
package struct LogError: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// Another owner has the partition.
        case fenced
        /// Nobody can tell whether a commit happened.
        case unknownOutcome = "unknown_outcome"
        /// The log cannot be reached now; trying again may help.
        case unavailable
        /// A record is larger than the log takes.
        case tooLarge = "too_large"
        /// A topic's settings would lose data.
        case unsafeSetting = "unsafe_setting"
        /// A topic or table is missing or of another shape: `redressal migrate` has not run.
        case notPrepared = "not_prepared"
        /// It was closed.
        case closed
        /// Anything else; the message tells.
        case failed
    }

    package let code: Code
    /// "expected … but …", without rows or statements.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Whether the same call may succeed later.
    package var isRetriable: Bool { self.code == .unavailable }
}

extension LogError: CustomStringConvertible {
    package var description: String { self.message }
}
