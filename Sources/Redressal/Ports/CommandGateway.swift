/// The way in: checks, seals and appends commands, and answers with their outcomes.
package protocol CommandGateway: Sendable {
    /// Hands commands in and waits for their outcomes.
    ///
    /// Commands for one case are decided in the order given. Handing in the same ids again is harmless: the first
    /// outcomes come back.
    /// - Returns: One outcome a command, in order.
    /// - Throws: ``GatewayError``.
    func submit(_ drafts: [CommandDraft]) async throws(GatewayError) -> [Outcome]
}

/// Why a command got no answer; it says nothing about what became of it unless it says so.
package struct GatewayError: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// The draft cannot be made into a command: it was not sent.
        case invalid
        /// The read models are too far behind: it was not sent; try again after ``retryAfter``.
        case busy
        /// No engine answered in time: it may still be done. Hand it in again with the same id to learn.
        case noAnswer = "no_answer"
        /// The log cannot be reached.
        case unavailable
        case closed
    }

    package let code: Code
    package let message: String
    /// Seconds to wait before trying again.
    package let retryAfter: Int?

    package init(_ code: Code, _ message: String, retryAfter: Int? = nil) {
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
    }
}

extension GatewayError: CustomStringConvertible {
    package var description: String { self.message }
}
