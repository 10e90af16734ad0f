/// The one office in which simulated cases live: every role of a workflow is a post with a holder.
struct WalkOffice {
    static let name = "walk"

    /// The catalogue with the office added.
    static func catalog(for workflow: WorkflowDefinition, in catalog: DefinitionCatalog) -> DefinitionCatalog {
        var catalog = catalog
        let calendar: String
        if case .named(let id) = workflow.calendar { calendar = id } else { calendar = "wall" }
        let seats = Set(
            workflow.roles.map(\.rawValue) + workflow.posts + workflow.chains.values.flatMap { $0.levels.map(\.to) })
        let posts = seats.sorted().map { Post(id: "post-\($0)", office: self.name, roles: [$0]) }
        catalog.add(
            Programme(
                name: "walk", version: 1,
                offices: [Office(id: self.name, name: "Walk", kind: "office", parent: nil, calendar: calendar)],
                posts: posts, holdings: posts.map { Holding(post: $0.id, user: "u-\($0.id)") }, absences: [],
                people: []))
        return catalog
    }
}
