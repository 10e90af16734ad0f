import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Imports service requests of Boston 311.
struct ImportRequestsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "Import service requests (Boston 311: CSV, TSV or JSON lines).")

    @OptionGroup var options: CommonOptions
    @OptionGroup var importing: ImportOptions

    @Option(
        name: .customLong("as-of"),
        help: "When the list was made: open requests due before it are overdue. Default: the latest time in the file.")
    var asOf: String?

    func execute() async throws {
        let moment = try self.asOf.map { text in
            guard let instant = Instant(text) else {
                throw CommandFailure(.refused, "expected an instant such as 2022-05-21T00:00:00Z but found '\(text)'")
            }
            return instant
        }
        let source = try RequestImport(URL(fileURLWithPath: self.importing.file), asOf: moment)
        try await ImportSession(options: self.options, importing: self.importing).run(source)
    }
}
