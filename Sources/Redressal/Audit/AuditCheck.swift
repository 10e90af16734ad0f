/// A question that auditors ask again and again, with its rule in words.
package struct AuditCheck: Hashable, Sendable {
    /// Its name in addresses and on the command line.
    package let id: String
    package let title: String
    /// The rule, as it is said to people.
    package let words: String
    package let rule: AuditRule

    init(_ id: String, _ title: String, _ words: String, _ rule: AuditRule) {
        self.id = id
        self.title = title
        self.words = words
        self.rule = rule
    }

    /// How many suspects are looked at; where there are more, the count is a lower bound.
    package static let mostSuspects = 10_000

    /// Those suspects that break the rule.
    ///
    /// - Parameters:
    ///   - suspects: At most one more than ``mostSuspects``, the longest standing first.
    ///   - now: The cut-off: what happened later does not count.
    package func result(_ suspects: [AuditSuspect], _ catalog: DefinitionCatalog, at now: Instant) -> AuditResult {
        let looked = suspects.prefix(Self.mostSuspects)
        let found = looked.filter { suspect in
            guard let span = self.rule.span else { return true }
            return catalog.isOver(span, from: suspect.since, at: suspect.until ?? now, in: suspect.office)
        }
        return AuditResult(check: self, at: now, findings: found, isComplete: looked.count == suspects.count)
    }
}

/// What a check found.
package struct AuditResult: Hashable, Sendable {
    package let check: AuditCheck
    /// The cut-off.
    package let at: Instant
    package let findings: [AuditSuspect]
    /// Whether every suspect was looked at.
    package let isComplete: Bool

    /// How many were found: `12`, or `12+` where not every suspect was looked at.
    package var count: String { "\(self.findings.count)\(self.isComplete ? "" : "+")" }
}

extension DefinitionCatalog {
    /// Whether a span is over on an office's calendar; an office that has none counts by the wall clock.
    fileprivate func isOver(_ span: TimeSpan, from start: Instant, at instant: Instant, in office: String) -> Bool {
        let calendar = self.org.office(office).flatMap { self.calendar($0.calendar) }
        guard let due = try? calendar?.due(from: start, span) else {
            return start.milliseconds(to: instant) > Int64(span.wallMinutes) * 60_000
        }
        return due < instant
    }
}
