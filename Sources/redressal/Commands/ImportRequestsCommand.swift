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
        help:
            "When the list was made: open requests due before it are overdue. Default: just after the latest time it shows."
    )
    var asOf: String?

    @Option(help: "The order of dates where the file leaves it open: ymd, dmy or mdy.")
    var dates: String?

    func validate() throws {
        _ = try self.moment()
        _ = try self.order()
    }

    func execute() async throws {
        let file = URL(fileURLWithPath: self.importing.file)
        let moment = try self.moment()
        let order = try self.order()
        try await ImportSession(options: self.options, importing: self.importing).run {
            try RequestImport(file, asOf: moment, order: order)
        }
    }

    private func moment() throws -> Instant? {
        guard let text = self.asOf else { return nil }
        guard let instant = Instant(text) else {
            throw ValidationError("expected an instant such as 2022-05-21T00:00:00Z in --as-of but found '\(text)'")
        }
        return instant
    }

    private func order() throws -> DateOrder? {
        guard let text = self.dates else { return nil }
        guard let order = DateOrder(rawValue: text) else {
            throw ValidationError("expected ymd, dmy or mdy in --dates but found '\(text)'")
        }
        return order
    }
}
