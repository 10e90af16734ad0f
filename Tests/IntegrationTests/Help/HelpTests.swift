import Foundation
import RedressalTesting
import Testing

/// The help texts: complete, and as they were looked at when their golden files were written.
@Suite(.serialized) struct HelpTests {
    /// What `--experimental-dump-help` prints, as far as it matters here.
    private struct Dump: Decodable {
        struct Command: Decodable {
            let commandName: String
            let abstract: String?
            let subcommands: [Command]?
            let arguments: [Argument]?
        }

        struct Argument: Decodable {
            struct Name: Decodable {
                let kind: String
                let name: String
            }

            let kind: String
            let valueName: String?
            let abstract: String?
            let names: [Name]?
            let shouldDisplay: Bool
        }

        let command: Command
    }

    /// A command with the words that lead to it.
    private struct Place {
        let path: [String]
        let command: Dump.Command

        /// The commands below it, and itself.
        var all: [Place] {
            let below = (self.command.subcommands ?? []).filter { $0.commandName != "help" }
            return [self] + below.flatMap { Place(path: self.path + [$0.commandName], command: $0).all }
        }
    }

    @Test(.timeLimit(.minutes(5))) func everyHelpTextTellsAllAndIsAsItWasLookedAt() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            let dump = try await sandbox.run("--experimental-dump-help").json(Dump.self)
            let places = Place(path: [], command: dump.command).all
            #expect(places.count > 20)
            for place in places {
                let answer = try await sandbox.run(place.path + ["--help"])
                let name = (["redressal"] + place.path).joined(separator: " ")
                #expect(answer.errors == "")
                Self.checkComplete(place.command, answer.output, name)
                try Self.checkGolden(name.replacing(" ", with: "-") + ".txt", answer.output)
            }
        }
    }

    @Test(.timeLimit(.minutes(5))) func wrongUsageIsExplained() async throws {
        try await Sandbox.with(.postgres, partitions: 0) { sandbox in
            for wrong in [
                ["srve"], ["case", "open"], ["migrate", "--partitions", "0"], ["case", "list", "--limit", "many"],
                ["case", "list", "--limit", "-3"], ["case", "list", "--limit=0"], ["case", "list", "--limit", "1001"],
                ["import", "incidents", "x.csv", "--window", "0"], ["replay", "--as-of", "yesterday"],
                ["import", "requests", "x.csv", "--dates", "dym"],
                ["serve", "--log", "rabbit"], ["serve", "--log-format", "xml"],
                ["serve", "--attachments", "s3://files"], ["serve", "--attachments", "https://store/files"],
                ["gateway", "--s3-endpoint", "https://store"],
                ["engine", "--metrics-address", "host"], ["worker", "--metrics-address", ":70000"],
            ] {
                let answer = try await sandbox.run(wrong, expecting: 64)
                #expect(answer.errors.contains("Error:"), "\(answer.shown)")
                #expect(answer.errors.contains("Usage:"), "\(answer.shown)")
            }
            for shell in ["bash", "zsh", "fish"] {
                let script = try await sandbox.run("--generate-completion-script", shell).output
                #expect(script.contains("projection"))
            }
        }
    }

    /// Every option, argument and subcommand stands in the text, with words of its own.
    private static func checkComplete(_ command: Dump.Command, _ text: String, _ name: String) {
        #expect(command.abstract?.isEmpty == false, "\(name) has no abstract")
        for argument in command.arguments ?? [] where argument.shouldDisplay {
            let shown = argument.names?.filter { $0.kind == "long" }.map { "--\($0.name)" } ?? []
            for option in shown { #expect(text.contains(option), "\(name) does not show \(option)") }
            let label = shown.first ?? argument.valueName ?? "?"
            #expect(argument.abstract?.isEmpty == false, "\(name): nothing is said of \(label)")
        }
        for below in command.subcommands ?? [] where below.commandName != "help" {
            #expect(text.contains(below.commandName), "\(name) does not show \(below.commandName)")
        }
        // The parser does not break the line of the usage.
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("USAGE:") }
        #expect(lines.allSatisfy { $0.count <= 80 }, "\(name) has long lines")
    }

    /// - Throws: When a golden file cannot be written. `REDRESSAL_GOLDEN=write` writes them anew, to be looked at.
    private static func checkGolden(_ name: String, _ text: String) throws {
        let file = Setting.tests.appending(path: "Help/Golden/\(name)")
        if Setting.variable("REDRESSAL_GOLDEN") == "write" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let golden = try? String(contentsOf: file, encoding: .utf8)
        #expect(golden == text, "\(name): look at it, and write it anew with REDRESSAL_GOLDEN=write")
    }
}
