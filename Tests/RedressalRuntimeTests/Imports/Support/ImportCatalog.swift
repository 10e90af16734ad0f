import Redressal

/// The shipped workflows and calendars with a programme of two offices and the importer.
enum ImportCatalog {
    static func make() throws -> DefinitionCatalog {
        let defaults = (text: try SharedData.text("workflows/defaults.yaml"), file: "defaults.yaml")
        var catalog = DefinitionCatalog()
        for name in ["incident", "service_request"] {
            let text = try SharedData.text("workflows/\(name).yaml")
            let reading = WorkflowReader.read(text, file: "\(name).yaml", defaults: defaults)
            if let definition = reading.definition { catalog.add(definition) }
        }
        catalog.add(try self.calendar("wall"))
        catalog.add(try self.calendar("boston"))
        catalog.add(
            Programme(
                name: "imports", version: 1,
                offices: [
                    Office(id: "it-service-desk", name: "IT", kind: "desk", parent: nil, calendar: "wall"),
                    Office(id: "boston", name: "Boston", kind: "city", parent: nil, calendar: "boston"),
                ], posts: [], holdings: [], absences: [], people: [Person(id: "importer", roles: ["importer"])]))
        return catalog
    }

    static func calendar(_ name: String) throws -> BusinessCalendar {
        let reading = CalendarReader.read(try SharedData.text("workflows/calendars/\(name).yaml"), file: "\(name).yaml")
        guard let calendar = reading.calendar else { throw ImportCatalogError(findings: reading.findings) }
        return calendar
    }
}

/// A shipped definition cannot be read.
struct ImportCatalogError: Error {
    let findings: [Finding]
}
