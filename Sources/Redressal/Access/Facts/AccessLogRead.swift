/// Somebody read the access log itself: what they asked for.
package struct AccessLogRead: Hashable, Sendable, Codable {
    package let `case`: CaseID?
    /// Whose accesses.
    package let subject: String?
    package let from: Instant?
    package let to: Instant?

    package init(_ question: AccessQuestion) {
        self.case = question.case
        self.subject = question.account
        self.from = question.from
        self.to = question.to
    }

    /// As if it had been about no case.
    var withoutCase: AccessLogRead {
        AccessLogRead(AccessQuestion(account: self.subject, from: self.from, to: self.to))
    }
}
