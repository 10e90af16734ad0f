import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Checks definition files.
struct WorkflowCheckCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check definition files: workflows, calendars and programmes.",
        discussion: """
            PATH is a folder such as workflows/ (with its calendars/ and programmes/), or one file of any ending. Every \
            finding names file, line and column and says what was expected. Exits with 1 when any is an error. The \
            rules are in docs/workflow-language.md.
            """)

    @Argument(help: "A folder of definitions, or one file.")
    var path: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func execute() async throws {
        let findings = try DefinitionPath(self.path).findings()
        if self.json {
            try Terminal.json(["findings": findings])
        } else {
            for finding in findings { Terminal.print(finding.description) }
            if findings.isEmpty { Terminal.print("no findings") }
        }
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
