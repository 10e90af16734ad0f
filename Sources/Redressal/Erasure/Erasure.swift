/// An order to destroy the keys with which a case was sealed, so that what people wrote in it can never be read again (ADR 0026).
package struct Erasure: Hashable, Sendable, Codable {
    package let id: String
    package let `case`: CaseID
    /// Why, as a word such as `asked_at_counter`; kept for ever, and so never a sentence.
    package let reason: String
    package let askedBy: String
    package let askedAt: Instant
    /// Another than who asked; nil while nobody has.
    package let approvedBy: String?
    package let approvedAt: Instant?
    /// When the keys were gone; nil before.
    package let doneAt: Instant?

    package init(
        id: String, case: CaseID, reason: String, askedBy: String, askedAt: Instant, approvedBy: String? = nil,
        approvedAt: Instant? = nil, doneAt: Instant? = nil
    ) {
        self.id = id
        self.case = `case`
        self.reason = reason
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.approvedBy = approvedBy
        self.approvedAt = approvedAt
        self.doneAt = doneAt
    }

    /// What stands in place of the words once they are gone; nil before.
    package var notice: String? {
        guard let doneAt, let approvedBy else { return nil }
        return "erased on \(doneAt) by order of \(self.askedBy) and \(approvedBy) (\(self.reason))"
    }
}
