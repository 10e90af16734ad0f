/// Somebody asked for a case that they may not see, or that is not there: to them it is the same.
package struct CaseDenied: Hashable, Sendable, Codable {
    /// The case; nil where there is none.
    ///
    /// What was typed is not kept, because people mistype other things there.
    package let `case`: CaseID?
    /// The action they asked for; nil for looking.
    package let action: String?

    package init(case id: CaseID?, action: String?) {
        self.case = id
        self.action = action
    }
}
