import Redressal

/// A case that another one is linked with, as one line.
struct CaseLinkLine: Sendable {
    let values: [String: any Sendable]

    /// A case that this one has opened, signalled to or referred to.
    init(_ link: CaseState.Link, _ workflow: WorkflowDefinition?, _ catalog: DefinitionCatalog, _ speech: Speech) {
        let other = catalog.workflow(named: link.link.workflow)
        let relation =
            speech.known("\(workflow?.name ?? "").relations.\(link.link.relation)") ?? link.link.relation
        self.init(link.link, relation, link.state.map { speech.state($0, of: other) })
    }

    /// The case that opened this one.
    init(from parent: CaseLink, _ catalog: DefinitionCatalog, _ speech: Speech) {
        let name = catalog.workflow(named: parent.workflow).map { speech.workflow($0) } ?? parent.workflow
        self.init(parent, speech("case.comes_from", ["workflow": name]), nil)
    }

    private init(_ link: CaseLink, _ relation: String, _ state: String?) {
        self.values = [
            "reference": TrackingReference.make(for: link.case), "relation": relation, "state": state ?? "",
        ]
    }
}
