import Glibc
import Postgres
import Redressal

/// Brings one fault over a system, and takes it away again.
struct Disturbance {
    let system: FaultSystem
    let probe: FaultProbe
    var random: SeededGenerator

    mutating func bring(_ deed: SystemFault.Deed) async throws {
        switch deed {
        case .kill(let victims): try await self.kill(victims)
        case .pause(let victim):
            self.system.member(victim)?.send(SIGSTOP)
            await self.hold()
            self.system.member(victim)?.send(SIGCONT)
        case .replace(let victim): try await self.replace(victim)
        case .restartPostgres:
            try await self.system.servers.stopPostgres()
            try await self.system.servers.startPostgres()
        case .killPostgres:
            self.system.servers.killPostgres(
                try await self.system.sandbox.database.number(
                    "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer"))
            try await self.system.servers.startPostgres()
        case .terminateConnections: try await self.terminate("true")
        case .fillDisk: try await self.fillDisk()
        case .pauseBroker:
            try self.system.servers.signalBroker(SIGSTOP)
            await self.hold()
            try self.system.servers.signalBroker(SIGCONT)
        case .spoilAnswers: try await self.spoilAnswers()
        case .spoil(let line, let spoiling):
            let relays = self.relays(of: line)
            let weather = self.weather(spoiling)
            for relay in relays { relay.set(weather) }
            await self.hold()
            for relay in relays { relay.set(.fair) }
        }
    }

    private func kill(_ victims: [SystemFault.Victim]) async throws {
        let members = victims.compactMap { self.system.member($0) }
        for member in members { member.send(SIGKILL) }
        for member in members { try await member.startAgain() }
    }

    /// Has others take over from a process that stands still, and wakes it up.
    ///
    /// It would keep what it owns: the sessions by which it owns are ended for it, as by a server that takes its machine
    /// for gone. Its other connections stay, so that it can try to write when it wakes up.
    private func replace(_ victim: SystemFault.Victim) async throws {
        let member = self.system.member(victim)
        member?.send(SIGSTOP)
        do {
            try await self.terminate(
                "application_name = \(victim.rawValue) AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')"
            )
            try await self.probe.pass(through: victim == .serve ? [self.system.doors[0]] : self.system.doors)
        } catch {
            member?.send(SIGCONT)
            throw error
        }
        member?.send(SIGCONT)
    }

    /// - Throws: ``Finding`` when there was none to end: then nothing was brought over the system.
    private func terminate(_ which: SQL) async throws {
        let ended = try await self.system.sandbox.database.query(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND \(which)
            """)
        guard !ended.isEmpty else { throw Finding(.stuck, "expected sessions to end but there were none") }
    }

    private mutating func fillDisk() async throws {
        let before = try self.system.servers.failedWrites()
        try self.system.servers.fillDisk()
        await self.hold()
        // It may not need more room at once.
        try await Fact.wait(for: "a write to fail", atMost: .seconds(60)) {
            try self.system.servers.failedWrites() > before
        }
        try self.system.servers.clearDisk()
        // It gives up when it cannot write its journal.
        try await self.system.servers.startPostgres()
    }

    /// - Throws: `NotSeen` when nobody got an error: then nothing was brought over the system.
    private mutating func spoilAnswers() async throws {
        let relays = self.system.members.compactMap(\.broker)
        let before = relays.map(\.errors)
        let weather = Weather.erring(oneIn: Int.random(in: 2...5, using: &self.random))
        for relay in relays { relay.set(weather) }
        await self.hold()
        try await Fact.wait(for: "errors of the broker", atMost: .seconds(60)) {
            zip(relays, before).contains { $0.errors > $1 }
        }
        for relay in relays { relay.set(.fair) }
    }

    /// Those of one process drawn by lot, or of all.
    private mutating func relays(of line: SystemFault.Line) -> [Relay] {
        let relays: [Relay] =
            switch line {
            case .postgres: self.system.members.map(\.postgres)
            case .broker: self.system.members.compactMap(\.broker)
            case .clients: self.system.doors.map(\.relay)
            }
        let one = Int.random(in: 0...relays.count, using: &self.random)
        return one < relays.count ? [relays[one]] : relays
    }

    private mutating func weather(_ spoiling: SystemFault.Spoiling) -> Weather {
        switch spoiling {
        case .cut: .cut
        case .stalled: .stalled
        case .slow: .slow(milliseconds: Int.random(in: 20...300, using: &self.random))
        case .mute: .mute
        case .torn: .torn(bytes: Int.random(in: 100...20_000, using: &self.random))
        }
    }

    /// How long the fault lasts, as the seed says.
    private mutating func hold() async {
        try? await Task.sleep(for: .milliseconds(Int.random(in: 300...3000, using: &self.random)))
    }
}
