import Foundation
import Redressal

/// One fault under load, and what came of it.
struct FaultRound {
    private let system: FaultSystem
    private let load: Load
    private let probe: FaultProbe
    private let fault: SystemFault

    init(_ fault: SystemFault, _ system: FaultSystem, _ load: Load, _ probe: FaultProbe) {
        self.fault = fault
        self.system = system
        self.load = load
        self.probe = probe
    }

    /// What was seen.
    struct Seen {
        /// Seconds until all works again, from the beginning of the fault.
        var sinceBeginning: Double?
        /// The same from its end.
        var sinceEnd: Double?
        /// The seconds by which the latest deadline so far was noticed late.
        var lateness = 0.0
        var findings: [Finding] = []
    }

    /// Lives it through.
    ///
    /// - Parameter isLast: Whether to wait for all that is due.
    func live(seed: UInt64, isLast: Bool) async throws -> Seen {
        var random = SeededGenerator(seed: seed)
        var seen = Seen()
        let moment = self.system.ledger.count + Int.random(in: 5...60, using: &random)
        self.load.start()
        do {
            try await Fact.wait(for: "load") { self.system.ledger.count >= moment }
            let beginning = ContinuousClock.now
            var disturbance = Disturbance(system: self.system, probe: self.probe, random: random)
            try await disturbance.bring(self.fault.deed)
            let end = ContinuousClock.now
            try await self.probe.pass()
            seen.sinceBeginning = beginning.duration(to: .now) / .seconds(1)
            seen.sinceEnd = end.duration(to: .now) / .seconds(1)
        } catch let finding as Finding {
            seen.findings.append(finding)
        }
        seen.findings += try await self.restartTheDead()
        do { try await self.load.finish() } catch let finding as Finding { seen.findings.append(finding) }
        let found = try await FaultAudit.look(at: self.system, waitsForTimers: isLast)
        seen.findings += found.findings
        seen.lateness = found.lateness
        seen.findings += self.system.ledger.takeFindings()
        return seen
    }

    /// A process may lose everything it is connected to, but not its life.
    private func restartTheDead() async throws -> [Finding] {
        var findings: [Finding] = []
        for member in self.system.members where !member.isRunning {
            findings.append(Finding(.stuck, "\(member.victim) ended by itself: \(member.complaints)"))
            try await member.startAgain()
        }
        return findings
    }
}
