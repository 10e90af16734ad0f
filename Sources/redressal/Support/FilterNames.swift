import Redressal

/// Tells a mistyped name in a filter from one that fits no case just now.
struct FilterNames {
    /// How many of the names there are a message shows.
    private static let most = 10

    private let catalog: DefinitionCatalog

    init(_ catalog: DefinitionCatalog) { self.catalog = catalog }

    /// - Throws: ``CommandFailure`` with the names there are, for a name that no definition has.
    func check(_ filter: CaseFilter) throws {
        if let name = filter.workflow, self.catalog.workflow(named: name) == nil {
            throw Self.unknown("workflow", name, "there are", self.catalog.workflowNames)
        }
        if let name = filter.state {
            let states = self.states(of: filter.workflow)
            guard states.contains(name) else { throw Self.unknown("state", name, "there are", states) }
        }
        if let name = filter.office, self.catalog.org.office(name) == nil {
            throw Self.unknown("office", name, "there are", self.catalog.org.officeIDs)
        }
    }

    private func states(of workflow: String?) -> [String] {
        let names = workflow.map { [$0] } ?? self.catalog.workflowNames
        let states = names.compactMap { self.catalog.workflow(named: $0) }.flatMap(\.states).map(\.name.rawValue)
        return Set(states).sorted()
    }

    private static func unknown(
        _ kind: String, _ name: String, _ introduction: String, _ names: [String]
    ) -> CommandFailure {
        let message = "no \(kind) is called '\(name)'"
        guard !names.isEmpty else { return CommandFailure(.refused, message) }
        let nearest = names.sorted { (-self.likeness($0, name), $0) < (-self.likeness($1, name), $1) }
        let rest = names.count > self.most ? " and \(names.count - self.most) more" : ""
        let shown = nearest.prefix(self.most).joined(separator: ", ")
        return CommandFailure(.refused, "\(message): \(introduction) \(shown)\(rest)")
    }

    /// How many characters two names have in common from their beginning.
    private static func likeness(_ left: String, _ right: String) -> Int {
        zip(left, right).prefix { $0 == $1 }.count
    }
}
