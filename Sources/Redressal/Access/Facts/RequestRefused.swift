/// Somebody asked for something that is not theirs to do.
package struct RequestRefused: Hashable, Sendable, Codable {
    /// The case; nil for one that was to be opened, or where it is about none.
    package let `case`: CaseID?
    /// The workflow's action, `open`, or what else was asked for.
    package let action: String
    /// The problem's code, such as `outside_jurisdiction`.
    package let reason: String

    package init(case id: CaseID?, action: String, reason: String) {
        self.case = id
        self.action = action
        self.reason = reason
    }

    /// The reasons that are about who asks, and not about what they ask.
    package static let reasons: Set<String> = [
        Rejection.Code.notThisRole.rawValue, Rejection.Code.outsideJurisdiction.rawValue,
        Rejection.Code.conflictOfInterest.rawValue, Rejection.Code.samePerson.rawValue,
        Rejection.Code.notParty.rawValue, Rejection.Code.historyNotAllowed.rawValue, "not_yourself",
    ]

    /// Those of them that are found before a case is looked at, and so also where there is none.
    static let earlyReasons: Set<String> = [Rejection.Code.notThisRole.rawValue, "not_yourself"]
}
