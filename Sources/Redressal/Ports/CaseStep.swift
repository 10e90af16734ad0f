/// Where cases of an office stand: a state of a workflow, of whichever version.
package struct CaseStep: Hashable, Sendable {
    package let office: String
    package let workflow: String
    package let state: String

    package init(office: String, workflow: String, state: String) {
        self.office = office
        self.workflow = workflow
        self.state = state
    }

    /// Where a case stands.
    package init(_ state: CaseState) {
        self.init(office: state.office, workflow: state.workflow.name, state: state.state)
    }

    /// Where a line of a list says that a case stands.
    package init(_ listing: CaseListing) {
        self.init(office: listing.office, workflow: listing.workflow, state: listing.state)
    }
}
