import ArgumentParser
import Foundation
import Redressal
import RedressalRuntime

/// Plays the demonstration.
struct DemoCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Play complaints and joint action plans through, on a moving clock.",
        discussion: """
            Everything goes through commands, like everybody else's, with historical times. Playing it again changes \
            nothing. All people and numbers in it are made up.
            """)

    @OptionGroup var options: CommonOptions

    @Flag(name: .customLong("load-only"), help: "Publish the definitions only; safe to repeat.")
    var loadOnly = false

    @Flag(
        name: .customLong("in-process"),
        help: "Run gateway, engine and worker inside this process until everything is drained.")
    var inProcess = false

    @Option(
        name: .customLong("sign-ins"),
        help: ArgumentHelp(
            "Also make an account for each role of the demo, and write them to this file with their passwords.",
            discussion: "The passwords may stay as they are: for trying out only.", valueName: "file"))
    var signIns: String?

    func execute() async throws {
        let installation = try await Installation.open(self.options)
        let published = try await Publishing.publish(installation, by: "demo")
        Terminal.error("\(published.count) definitions published")
        if let signIns { try await DemoSignIns(file: URL(filePath: signIns)).make(in: installation) }
        if !self.loadOnly {
            if self.inProcess {
                try await InProcess(installation).run { try await self.play($0, installation) }
            } else {
                let gateway = try await installation.gateway(patience: .seconds(10))
                try await self.play(gateway, installation)
                await gateway.close()
                try await installation.settle()
            }
            try await DemoReport(installation).show()
        }
        await installation.close()
    }

    private func play(_ gateway: LogGateway, _ installation: Installation) async throws {
        var refused = 0
        for step in DemoScript.steps() {
            if let line = step.line { Terminal.print("\(step.at)  \(line)") }
            for outcome in try await gateway.submit([step.draft]) {
                guard let rejection = outcome.rejection else { continue }
                refused += 1
                Terminal.error("refused: \(rejection.message)")
            }
        }
        guard refused == 0 else {
            throw CommandFailure(.refused, "expected every step to be done but \(refused) were refused")
        }
    }
}
