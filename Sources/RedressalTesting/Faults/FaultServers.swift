import Foundation
import Glibc

/// A PostgreSQL and a broker of the faults' own, started by `ops/services`, so that killing them harms nobody else.
package struct FaultServers: Sendable {
    /// Where their data is.
    private let folder: URL
    /// The file whose being there makes the disk full.
    private let full: URL
    private let environment: [String: String]
    package let servers: Servers

    /// Starts them, and takes them down after the body.
    package static func with<Result>(_ body: (FaultServers) async throws -> Result) async throws -> Result {
        let folder =
            Setting.variable("REDRESSAL_FAULT_SERVICES").map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "redressal-faults-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // PostgreSQL may run as another user.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await body(try await FaultServers(in: folder)))
        } catch {
            outcome = .failure(error)
        }
        _ = try await self.run(["remove", "--dir", folder.appending(path: "services").path], in: folder, [:])
        try FileManager.default.removeItem(at: folder)
        return try outcome.get()
    }

    private init(in folder: URL) async throws {
        self.folder = folder
        self.full = folder.appending(path: "disk-is-full")
        self.environment = [
            "LD_PRELOAD": try await FullDisk.compile(into: folder).path, "REDRESSAL_DISK_IS_FULL": self.full.path,
        ]
        let start = ["start", "--test", "--dir", folder.appending(path: "services").path]
        let database = try await Self.run(start + ["--no-broker"], in: folder, self.environment)
        let broker = try await Self.run(start + ["--no-postgres"], in: folder, [:])
        self.servers = Servers(
            database: Self.value(of: "DATABASE_URL", in: database),
            bootstrap: Self.value(of: "KAFKA_BOOTSTRAP", in: broker))
    }

    private static func value(of name: String, in printed: String) -> String {
        let line = printed.split(separator: "\n").last { $0.hasPrefix("\(name)=") }
        return line.map { String($0.dropFirst(name.count + 1)) } ?? ""
    }

    /// Runs `ops/services`.
    ///
    /// - Returns: What it printed.
    /// - Throws: ``UnexpectedEnd`` unless it went well.
    @discardableResult
    private static func run(_ arguments: [String], in folder: URL, _ variables: [String: String]) async throws -> String
    {
        let command = [Setting.checkout.appending(path: "ops/services").path] + arguments
        let program = try Program(
            command, environment: ProcessInfo.processInfo.environment.merging(variables) { $1 }, in: folder,
            name: "services-\(UUID().uuidString.prefix(8))")
        let code = await program.code()
        let answer = Answer(command: command, code: code, output: program.printed, errors: program.complaints)
        guard code == 0 else { throw UnexpectedEnd(answer: answer, expected: 0) }
        return answer.output
    }

    // MARK: PostgreSQL

    /// Starts it unless it runs; tried again while what a crash left behind is being cleared.
    func startPostgres() async throws {
        try await Fact.wait(for: "PostgreSQL to start", atMost: .seconds(60)) {
            (try? await self.services("start", "--test", "--no-broker")) != nil
        }
    }

    /// Shuts it down as an administrator would.
    func stopPostgres() async throws { try await self.services("stop", "--no-broker") }

    private func services(_ arguments: String...) async throws {
        let all = arguments + ["--dir", self.folder.appending(path: "services").path]
        try await Self.run(all, in: self.folder, self.environment)
    }

    /// Kills its first process; the others notice, and end.
    func killPostgres(_ pid: Int) { kill(pid_t(pid), SIGKILL) }

    /// Has every write fail that makes a file of the database longer.
    func fillDisk() throws { try Data().write(to: self.full) }

    /// How often PostgreSQL has said that its disk is full.
    func failedWrites() throws -> Int {
        let log = try String(contentsOf: self.folder.appending(path: "services/postgres/log"), encoding: .utf8)
        return log.components(separatedBy: "No space left on device").count - 1
    }

    func clearDisk() throws { try FileManager.default.removeItem(at: self.full) }

    // MARK: Broker

    /// Sends the broker a signal.
    func signalBroker(_ signal: Int32) throws {
        let file = self.folder.appending(path: "services/broker.pid")
        let text = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let pid = pid_t(text) else { throw Finding(.stuck, "expected the broker's number but found '\(text)'") }
        kill(pid, signal)
    }
}
