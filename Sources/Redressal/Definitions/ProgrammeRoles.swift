/// Finds roles of posts that no workflow of the folder knows, which are mostly slips of the pen.
struct ProgrammeRoles {
    private let known: Set<String>

    /// - Parameter workflows: Whose roles, and the posts that their ladders name, are known.
    init(_ workflows: [WorkflowDefinition]) {
        self.known = Set(
            workflows.flatMap { workflow in
                workflow.roles.map(\.rawValue) + workflow.posts + workflow.chains.values.flatMap { $0.levels.map(\.to) }
            } + (workflows.isEmpty ? [] : OversightRole.allCases.map(\.rawValue)))
    }

    /// A warning for every such role; none while no workflow is at hand.
    func findings(for reading: ProgrammeReading) -> [Finding] {
        guard !self.known.isEmpty, let programme = reading.programme else { return [] }
        return programme.posts.flatMap { post in
            post.roles.enumerated().filter { !self.known.contains($0.element) }.map { index, role in
                let place = reading.map["posts.\(post.id).roles.\(index)"]
                return Finding(
                    file: place.file, line: place.location.line, column: place.location.column, rule: "unknown-role",
                    message:
                        "expected a role of some workflow but found '\(role)'\(Suggestion.text(role, self.known.sorted()))",
                    severity: .warning)
            }
        }
    }
}
