import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// One import from the command line: against a running system, or with one of its own.
struct ImportSession {
    let options: CommonOptions
    let importing: ImportOptions

    /// - Parameter makeSource: Opens the file; some files have to be read through for that.
    func run(_ makeSource: () throws -> any ImportSource) async throws {
        let interruption = Interruption("the import", advice: ImportProgress.adviceBeforeTheFirst)
        try self.tell(try await interruption.watch { try await self.summary(of: makeSource, interruption) })
    }

    private func summary(
        of makeSource: () throws -> any ImportSource, _ interruption: Interruption
    ) async throws -> ImportSummary {
        let source = try makeSource()
        // A file that cannot be imported as a whole must leave no trace, so its header is read before anything is done.
        _ = try source.makeReader()
        let installation = try await Installation.open(self.options)
        _ = try await Publishing.publish(installation, by: "import")
        let start = ContinuousClock.now
        let report: ImportReport
        if self.importing.inProcess {
            report = try await InProcess(installation).run { gateway in
                try await self.importAll(source, gateway, interruption)
            }
        } else {
            let gateway = try await installation.gateway(pushingBack: true, patience: .seconds(60))
            report = try await self.importAll(source, gateway, interruption)
            await gateway.close()
        }
        await installation.close()
        return ImportSummary(report, seconds: start.duration(to: .now) / .seconds(1))
    }

    private func importAll(
        _ source: any ImportSource, _ gateway: LogGateway, _ interruption: Interruption
    ) async throws -> ImportReport {
        let bar = ProgressBar("import, commands")
        let runner = ImportRunner(gateway, window: self.importing.window) { progress in
            interruption.advise(progress.advice)
            bar.show(progress.commands, of: progress.total)
        }
        let report = try await runner.run(source)
        bar.finish()
        return report
    }

    private func tell(_ summary: ImportSummary) throws {
        if self.importing.json {
            try Terminal.json(summary)
        } else {
            Terminal.print(
                "\(summary.cases) cases, \(summary.commands) commands, \(summary.events) new events, "
                    + "\(summary.repeated) commands known from before, \(Int(summary.seconds)) s")
            for rejection in summary.rejected {
                Terminal.print("  line \(rejection.line): \(rejection.case): \(rejection.reason)")
            }
        }
        for note in summary.notes { Terminal.error("note: \(note)") }
        if let stopped = summary.stopped {
            throw CommandFailure(.unreachable, stopped)
        }
        guard summary.cases > 0 || summary.rejected.isEmpty else {
            throw CommandFailure(
                .refused,
                "expected a case that can be imported but each was rejected, the first on line "
                    + "\(summary.rejected[0].line): \(summary.rejected[0].reason)")
        }
    }
}

// Named as the keys that scripts read.
// swift-format-ignore: AlwaysUseLowerCamelCase
/// What an import prints as JSON.
private struct ImportSummary: Encodable {
    let cases: Int
    let commands: Int
    let events: Int
    let repeated: Int
    let rejected: [ImportRejection]
    let seconds: Double
    let events_per_second: Double
    let notes: [String]
    let stopped: String?

    /// - Parameter seconds: From the first command to the last row in the read models.
    init(_ report: ImportReport, seconds: Double) {
        self.cases = report.cases
        self.commands = report.commands
        self.events = report.events
        self.repeated = report.repeated
        self.rejected = report.rejected
        self.seconds = (seconds * 1000).rounded() / 1000
        self.events_per_second = seconds > 0 ? (Double(report.events) / seconds).rounded() : 0
        self.notes = report.notes
        self.stopped = report.stopped
    }
}
