import Foundation
import Glibc
import Synchronization

/// One of the processes under test, which sees its servers through relays of its own.
final class FaultMember: Sendable {
    let victim: SystemFault.Victim
    /// Towards the database.
    let postgres: Relay
    /// Towards the broker; nil when the log is not there.
    let broker: Relay?
    private let arguments: [String]
    private let sandbox: Sandbox
    private let program: Mutex<Program>

    init(_ victim: SystemFault.Victim, _ sandbox: Sandbox, port: Int?) throws {
        let database = URLComponents(string: sandbox.database.url)
        self.victim = victim
        self.sandbox = sandbox
        self.arguments = [victim.rawValue] + (port.map { ["--sign-in", "off", "--port", "\($0)"] } ?? [])
        self.postgres = try Relay(to: database?.port ?? 5432)
        let broker = sandbox.servers.bootstrap.split(separator: ":").last.flatMap { Int($0) }
        self.broker = sandbox.log == .kafka ? try Relay(to: broker ?? 9092, isKafka: true) : nil
        self.program = Mutex(try Self.start(self.arguments, victim, sandbox, self.postgres, self.broker))
    }

    private static func start(
        _ arguments: [String], _ victim: SystemFault.Victim, _ sandbox: Sandbox, _ postgres: Relay, _ broker: Relay?
    ) throws -> Program {
        var database = URLComponents(string: sandbox.database.url)
        database?.port = postgres.port
        database?.queryItems = [URLQueryItem(name: "application_name", value: victim.rawValue)]
        var variables = ["DATABASE_URL": database?.string ?? sandbox.database.url]
        if let broker { variables["KAFKA_BOOTSTRAP"] = "127.0.0.1:\(broker.port)" }
        return try sandbox.start(arguments: arguments, with: variables)
    }

    private var current: Program { self.program.withLock { $0 } }

    var isRunning: Bool { self.current.isRunning }

    /// What it has said last on standard error.
    var complaints: String { String(self.current.complaints.suffix(1500)) }

    func send(_ signal: Int32) { self.current.send(signal) }

    /// Waits until it has ended, and starts it again, as a supervisor would.
    func startAgain() async throws {
        _ = await self.current.code()
        let next = try Self.start(self.arguments, self.victim, self.sandbox, self.postgres, self.broker)
        self.program.withLock { $0 = next }
    }

    func stopRelays() {
        self.postgres.stop()
        self.broker?.stop()
    }
}
