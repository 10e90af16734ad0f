import Foundation
import Glibc
import Postgres
import Redressal
import RedressalTesting
import Testing

/// An engine and a worker that die without warning while commands come in, and are started again.
struct KilledSystem {
    private let sandbox: Sandbox
    private var random: SeededGenerator
    private var engine: Program
    private var worker: Program

    init(_ sandbox: Sandbox, seed: UInt64) throws {
        self.sandbox = sandbox
        self.random = SeededGenerator(seed: seed)
        self.engine = try sandbox.start("engine")
        self.worker = try sandbox.start("worker")
    }

    /// Imports a file, killing at moments spread over the whole of it.
    ///
    /// - Parameter events: How many the whole file makes; the moments are numbers of records in the log, which are not
    ///   fewer.
    mutating func importing(_ file: URL, kills: Int, events: Int) async throws {
        let command = ["import", "incidents", file.path, "--json", "--window", "50"]
        let importer = try self.sandbox.start(arguments: command)
        for moment in self.moments(kills, events) {
            try await Fact.wait(for: "\(moment) of \(events) events in the log", atMost: .seconds(300)) {
                if !importer.isRunning { return true }
                return try await self.sandbox.progress().partitions.map(\.end).reduce(0, +) >= moment
            }
            try #require(importer.isRunning, "expected an import to disturb at event \(moment): \(importer.complaints)")
            try await self.kill()
        }
        #expect(await importer.code() == 0, "\(importer.complaints)")
        let summary = try JSONDecoder().decode(ImportSummary.self, from: Data(importer.printed.utf8))
        print("\(self.sandbox.log): \(kills) kills, \(summary.seconds) s")
        try await self.sandbox.settle()
    }

    /// Stops both as an operator would.
    func stop() async throws {
        for program in [self.engine, self.worker] {
            program.send(SIGTERM)
            #expect(await program.code() == 0, "\(program.complaints)")
        }
    }

    /// Different numbers of events, in order, all well before the end: looking how far the log goes takes a moment too, in
    /// which a fast import goes on.
    private mutating func moments(_ kills: Int, _ events: Int) -> [Int] {
        var moments: Set<Int> = []
        while moments.count < kills {
            moments.insert(Int.random(in: 1..<events * 6 / 10, using: &self.random))
        }
        return moments.sorted()
    }

    private mutating func kill() async throws {
        let victims =
            [[true, false], [false, true], [true, true]].randomElement(using: &self.random) ?? [true, true]
        if victims[0] {
            self.engine.send(SIGKILL)
            _ = await self.engine.code()
            self.engine = try self.sandbox.start("engine")
        }
        if victims[1] {
            self.worker.send(SIGKILL)
            _ = await self.worker.code()
            self.worker = try self.sandbox.start("worker")
        }
    }
}
