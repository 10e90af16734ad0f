import Foundation

/// Every fault on every log, again and again.
package struct FaultMatrix: Sendable {
    /// How often a fault is brought.
    package struct Runs: Sendable {
        private let kills: Int
        private let others: Int

        /// Kills may come more often than others: they are the commonest.
        package init(kills: Int, others: Int) {
            self.kills = kills
            self.others = others
        }

        func count(of fault: SystemFault) -> Int { fault.isKill ? self.kills : self.others }
    }

    private let faults: [SystemFault]
    private let logs: [LogKind]
    private let runs: Runs
    private let seed: UInt64

    package init(_ faults: [SystemFault], on logs: [LogKind], runs: Runs, seed: UInt64) {
        self.faults = faults
        self.logs = logs
        self.runs = runs
        self.seed = seed
    }

    /// Brings them all, each fault and log in an installation of its own.
    ///
    /// - Parameter say: Is told what goes on, line by line.
    /// - Returns: A row a fault and log.
    package func run(_ say: @Sendable (String) -> Void) async throws -> [FaultRow] {
        try await FaultServers.with { servers in
            var rows: [FaultRow] = []
            for log in self.logs {
                for fault in self.faults where fault.happens(on: log) {
                    rows.append(try await self.row(fault, log, servers, say))
                }
            }
            return rows
        }
    }

    private func row(
        _ fault: SystemFault, _ log: LogKind, _ servers: FaultServers, _ say: @Sendable (String) -> Void
    ) async throws -> FaultRow {
        try await FaultSystem.with(log, on: servers) { system in
            let probe = try await Self.begun(system, say)
            let load = Load(system, seed: self.seed)
            var row = FaultRow(fault, log)
            let runs = self.runs.count(of: fault)
            for run in 0..<runs {
                let seed = self.seed &+ UInt64(run)
                let round = FaultRound(fault, system, load, probe)
                let seen = try await round.live(seed: seed, isLast: run == runs - 1)
                row.add(seen)
                say(Self.line(fault, log, seed, seen, system.ledger.count))
                if !seen.findings.isEmpty { say("  kept: \(try Self.keep(system.sandbox.folder))") }
            }
            return row
        }
    }

    /// Waits until an installation works at all; a process that ended instead, because a server did not answer it in
    /// time, is started once more, as a supervisor would.
    ///
    /// - Throws: ``Finding`` with what its processes say, when it does not.
    private static func begun(
        _ system: FaultSystem, _ say: @Sendable (String) -> Void
    ) async throws -> FaultProbe {
        do {
            return try await Self.probe(system)
        } catch let finding as Finding {
            say("\(finding), before any fault; kept: \(try Self.keep(system.sandbox.folder))\n\(system.standing)")
            let ended = system.members.filter { !$0.isRunning }
            guard !ended.isEmpty else { throw finding }
            for member in ended { try await member.startAgain() }
            return try await Self.probe(system)
        }
    }

    private static func probe(_ system: FaultSystem) async throws -> FaultProbe {
        let probe = try await FaultProbe(system)
        try await probe.pass()
        return probe
    }

    private static func line(
        _ fault: SystemFault, _ log: LogKind, _ seed: UInt64, _ seen: FaultRound.Seen, _ answers: Int
    ) -> String {
        let recovery = seen.sinceEnd.map { String(format: "%.2f s", $0) } ?? "not"
        let head = "\(fault.name) on \(log), seed \(seed): recovered \(recovery), \(answers) answers so far"
        let again = "  again: ops/faults --only \(fault.name) --runs 1 --log \(log) --seed \(seed)"
        let found = seen.findings.prefix(8).map { "  \($0.kind): \($0)" }
        return ([head] + found + (found.isEmpty ? [] : [again])).joined(separator: "\n")
    }

    /// Keeps what the processes have said.
    private static func keep(_ folder: URL) throws -> String {
        let place =
            Setting.variable("REDRESSAL_FAULTS_KEPT").map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let kept = place.appending(path: "faults-found-\(UUID().uuidString.prefix(8))")
        try FileManager.default.copyItem(at: folder, to: kept)
        return kept.path
    }
}
