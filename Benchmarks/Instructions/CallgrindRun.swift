import Foundation
import RedressalTesting

/// One run of this program under valgrind's callgrind, which counts instructions.
struct CallgrindRun {
    /// How many complaints live in the history that the loops run on.
    static let cases = 40
    /// What the linker's name of the mark, ``CountedLoop``'s `counted`, has in it.
    private static let mark = "11CountedLoopO7counted"

    let home: String

    /// - Returns: Instructions for one event or command, loop by loop.
    func counts() async throws -> [(CountedLoop, Double)] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await self.run(in: folder)
        let history = try CoreHistory(cases: Self.cases, home: self.home)
        return try CountedLoop.allCases.enumerated().map { index, loop in
            let file = folder.appending(path: "callgrind.\(index + 1)")
            guard let total = Self.total(in: (try? String(contentsOf: file, encoding: .utf8)) ?? "") else {
                throw BenchFailure("expected callgrind to count '\(loop.rawValue)' but it did not")
            }
            return (loop, total / Double(loop.count(in: history)))
        }
    }

    private func run(in folder: URL) async throws {
        let program = folder.appending(path: "program").path
        let itself = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        // Valgrind 3.19 gives up on what Swift 6.3 writes for debuggers; names of functions are enough.
        try await self.run(["strip", "--strip-debug", "-o", program, itself], in: folder, name: "strip")
        let names = try await self.run(["nm", program], in: folder, name: "nm").split(separator: "\n")
        guard let mark = names.first(where: { $0.contains(Self.mark) })?.split(separator: " ").last else {
            throw BenchFailure("expected a function \(Self.mark) in \(itself) but found none")
        }
        // From the mark's beginning to its end, each time into a file of its own.
        try await self.run(
            [
                "valgrind", "--tool=callgrind", "--callgrind-out-file=\(folder.path)/callgrind",
                "--zero-before=\(mark)", "--dump-after=\(mark)", program, CountedLoops.name, self.home,
            ], in: folder, name: "valgrind")
    }

    /// - Returns: What it printed.
    @discardableResult
    private func run(_ command: [String], in folder: URL, name: String) async throws -> String {
        var environment = ProcessInfo.processInfo.environment
        // Else dictionaries are in another order each time.
        environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
        let program = try Program(["/usr/bin/env"] + command, environment: environment, in: folder, name: name)
        let code = await program.code()
        guard code == 0 else {
            throw BenchFailure("expected \(name) to run but it ended with \(code): \(program.complaints.suffix(500))")
        }
        return program.printed
    }

    /// The number after `summary:` in a file of callgrind.
    static func total(in text: String) -> Double? {
        text.split(separator: "\n").last { $0.hasPrefix("summary:") }.flatMap { line in
            Double(line.dropFirst(8).trimmingCharacters(in: .whitespaces))
        }
    }
}
