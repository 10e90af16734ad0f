import ArgumentParser
import Foundation

/// What valgrind runs: all loops, and nothing else.
struct CountedLoops: ParsableCommand {
    /// The first of the program's arguments that asks for it.
    static let name = "counted-loops"
    static let configuration = CommandConfiguration(commandName: Self.name)

    @Argument(help: "The folder with workflows/.")
    var home: String

    func run() throws {
        let history = try CoreHistory(cases: CallgrindRun.cases, home: self.home)
        for loop in CountedLoop.allCases { try loop.run(on: history) }
    }
}
