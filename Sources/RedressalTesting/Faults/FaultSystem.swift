import Foundation
import Kafka
import Postgres
import Redressal
import RedressalRuntime

/// An installation that faults come over: two engines, two workers and two gateways in four processes.
final class FaultSystem: Sendable {
    static let partitions = 4

    let sandbox: Sandbox
    let servers: FaultServers
    let members: [FaultMember]
    /// The gateway's and that of `serve`.
    let doors: [FaultDoor]
    let ledger = FaultLedger()

    /// Starts one, and takes it down after the body.
    static func with<Result>(
        _ log: LogKind, on servers: FaultServers, _ body: (FaultSystem) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "faults-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let home = try HomeFolder.make(in: folder, adding: ["fault.yaml": FaultWorkflow.text])
        return try await Sandbox.with(log, home: home, partitions: Self.partitions, on: servers.servers) { sandbox in
            try await sandbox.run("workflow", "publish")
            let system = try FaultSystem(sandbox, servers)
            let outcome: Swift.Result<Result, any Error>
            do { outcome = .success(try await body(system)) } catch { outcome = .failure(error) }
            system.stopRelays()
            return try outcome.get()
        }
    }

    private init(_ sandbox: Sandbox, _ servers: FaultServers) throws {
        let ports: [SystemFault.Victim: Int] = [.gateway: Web.freePort(), .serve: Web.freePort()]
        self.sandbox = sandbox
        self.servers = servers
        self.members = try SystemFault.Victim.allCases.map { try FaultMember($0, sandbox, port: ports[$0]) }
        self.doors = try [.gateway, .serve].compactMap { ports[$0] }.map { try FaultDoor(to: $0) }
    }

    private func stopRelays() {
        for member in self.members { member.stopRelays() }
        for door in self.doors { door.relay.stop() }
    }

    func member(_ victim: SystemFault.Victim) -> FaultMember? { self.members.first { $0.victim == victim } }

    /// Which processes run, and what they said last.
    var standing: String {
        self.members.map { "\($0.victim.rawValue) \($0.isRunning ? "runs" : "has ended"): \($0.complaints)" }
            .joined(separator: "\n")
    }

    /// The log, reached directly and not through relays; close it after use.
    func openLog() -> any Log {
        switch self.sandbox.log {
        case .postgres:
            PostgresLog(self.sandbox.database.configuration, partitionCount: Self.partitions, logger: .tests)
        case .kafka:
            KafkaLog(
                KafkaConfiguration(bootstrap: self.sandbox.servers.bootstrap, clientID: "faults"),
                prefix: self.sandbox.prefix, partitionCount: Self.partitions)
        }
    }
}
