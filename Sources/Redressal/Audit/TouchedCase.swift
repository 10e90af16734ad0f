/// A case in which somebody did something.
package struct TouchedCase: Hashable, Sendable {
    package let id: CaseID
    package let reference: String
    package let workflow: String
    package let office: String
    package let state: String
    /// How many commands of theirs changed it.
    package let deeds: Int
    /// What they did, as the workflow's events name it; each once, in the order of the names.
    package let steps: [String]
    /// When the first and the last of it was recorded.
    package let first: Instant
    package let last: Instant

    package init(
        id: CaseID, reference: String, workflow: String, office: String, state: String, deeds: Int, steps: [String],
        first: Instant, last: Instant
    ) {
        self.id = id
        self.reference = reference
        self.workflow = workflow
        self.office = office
        self.state = state
        self.deeds = deeds
        self.steps = steps
        self.first = first
        self.last = last
    }
}
