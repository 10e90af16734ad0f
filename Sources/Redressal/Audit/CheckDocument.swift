/// What a check found, as programs read it.
package struct CheckDocument: Encodable, Sendable {
    package let check: String
    package let title: String
    /// The rule in words.
    package let rule: String
    /// The cut-off.
    package let at: Instant
    package let count: Int
    /// Whether there are no more than were counted.
    package let complete: Bool
    /// The first of them, the longest standing first; nil where none was asked for.
    package let findings: [AuditSuspect]?

    /// - Parameter limit: How many findings it lists; 0 leaves them out.
    package init(_ result: AuditResult, listing limit: Int) {
        self.check = result.check.id
        self.title = result.check.title
        self.rule = result.check.words
        self.at = result.at
        self.count = result.findings.count
        self.complete = result.isComplete
        self.findings = limit > 0 ? Array(result.findings.prefix(limit)) : nil
    }
}
