import Redressal

/// What is published.
struct DefinitionList: Encodable {
    let workflows: [Workflow]
    let calendars: [Version]
    let programmes: [Version]

    struct Workflow: Encodable {
        let name: String
        let title: String?
        /// The one that new cases get.
        let version: Int
        /// All that cases may run under, the latest first.
        let versions: [Int]
    }

    struct Version: Encodable {
        let name: String
        let version: Int
    }

    init(_ catalog: DefinitionCatalog) {
        self.workflows = catalog.workflows.map { workflow in
            Workflow(
                name: workflow.name, title: workflow.title, version: workflow.version,
                versions: catalog.versions(of: workflow.name).map(\.version))
        }
        self.calendars = catalog.calendars.map { Version(name: $0.id, version: $0.version) }
        self.programmes = catalog.programmeVersions.sorted { $0.key < $1.key }
            .map { Version(name: $0.key, version: $0.value) }
    }
}
