import ArgumentParser
import Foundation
import RedressalRuntime

/// Imports a ServiceNow incident event log.
struct ImportIncidentsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "incidents", abstract: "Import an incident event log (CSV, one row an update).")

    @OptionGroup var options: CommonOptions
    @OptionGroup var importing: ImportOptions

    func execute() async throws {
        let file = URL(fileURLWithPath: self.importing.file)
        try await ImportSession(options: self.options, importing: self.importing).run { IncidentImport(file) }
    }
}
