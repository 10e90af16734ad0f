import ArgumentParser
import Foundation

/// Counts what the core's inner loops execute, which unlike time is the same on a busy machine, and compares it with what
/// is committed.
struct InstructionCounting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instructions",
        abstract: "Count the instructions of the core's inner loops, and fail when there are a tenth more than before.")

    func run() async throws {
        let home = ProcessInfo.processInfo.environment["REDRESSAL_HOME"] ?? FileManager.default.currentDirectoryPath
        let committed = try InstructionThresholds(home: home)
        let counts = try await CallgrindRun(home: home).counts()
        print(InstructionThresholds.head)
        var isWorse = false
        for (loop, count) in counts {
            let line = try committed.line(of: loop, count)
            print(line.text)
            isWorse = isWorse || line.isWorse
        }
        if isWorse { throw ExitCode.failure }
    }
}
