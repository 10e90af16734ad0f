/// Where it is written down who came in, was turned away, or read something.
package protocol AccessLog: Sendable {
    /// Writes entries, for ever; when it returns they are in the log.
    ///
    /// Whoever shows something records it first: what cannot be recorded is not shown.
    /// - Throws: ``LogError``.
    func record(_ entries: [AccessEntry]) async throws(LogError)
}
