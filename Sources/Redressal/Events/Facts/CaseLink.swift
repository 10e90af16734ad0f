/// A tie from one case to another.
package struct CaseLink: Hashable, Sendable, Codable {
    /// What the other case is to this one, as the workflow names it.
    package let relation: String
    package let workflow: String
    package let `case`: CaseID

    package init(relation: String, workflow: String, case id: CaseID) {
        self.relation = relation
        self.workflow = workflow
        self.case = id
    }
}
