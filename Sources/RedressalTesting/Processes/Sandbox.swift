import Foundation
import Glibc
import Synchronization

/// An installation of its own for one test: database, topics, key file, folder, and the processes that use them.
package struct Sandbox: Sendable {
    package let log: LogKind
    /// Where its database and its broker are.
    package let servers: Servers
    /// Where files of the test go.
    package let folder: URL
    package let database: Database
    /// What the topics' names begin with.
    package let prefix: String
    /// What the program's processes get to see.
    package let environment: [String: String]
    private let started = Started()

    /// The processes started so far.
    private final class Started: Sendable {
        let programs = Mutex<[Program]>([])
    }

    /// Makes an installation, and takes it down after the body with every process that is left of it.
    ///
    /// - Parameters:
    ///   - home: The folder with `workflows/` and `schemas/`; the checkout when nil.
    ///   - partitions: Over how many the log is spread; 0 leaves database and log unprepared.
    ///   - servers: Nil for those that the environment names.
    package static func with<Result>(
        _ log: LogKind, home: URL? = nil, partitions: Int = 4, on servers: Servers? = nil,
        _ body: (Sandbox) async throws -> Result
    ) async throws -> Result {
        let servers = try servers ?? Servers.named()
        let folder = FileManager.default.temporaryDirectory.appending(path: "redressal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sandbox = Sandbox(
            log, folder, try await Database.make(at: servers.database), home ?? Setting.home, servers)
        let outcome: Swift.Result<Result, any Error>
        do {
            if partitions > 0 { try await sandbox.run("migrate", "--partitions", "\(partitions)") }
            outcome = .success(try await body(sandbox))
        } catch {
            outcome = .failure(error)
        }
        try await sandbox.takeDown()
        return try outcome.get()
    }

    private init(_ log: LogKind, _ folder: URL, _ database: Database, _ home: URL, _ servers: Servers) {
        self.log = log
        self.servers = servers
        self.folder = folder
        self.database = database
        self.prefix = "it-\(folder.lastPathComponent.suffix(12))."
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("REDRESSAL_") }
        environment["DATABASE_URL"] = database.url
        environment["REDRESSAL_LOG"] = log.rawValue
        environment["KAFKA_BOOTSTRAP"] = servers.bootstrap
        environment["REDRESSAL_TOPIC_PREFIX"] = self.prefix
        environment["REDRESSAL_HOME"] = home.path
        environment["REDRESSAL_KEY_FILE"] = folder.appending(path: "key").path
        self.environment = environment
    }

    /// Runs a command of the program to its end.
    ///
    /// - Parameters:
    ///   - code: The exit code it must end with.
    ///   - limit: After how many seconds it is killed.
    /// - Throws: ``UnexpectedEnd``.
    @discardableResult
    package func run(
        _ arguments: String..., expecting code: Int32 = 0, with variables: [String: String] = [:], limit: Int = 900
    ) async throws -> Answer {
        try await self.run(arguments, expecting: code, with: variables, limit: limit)
    }

    @discardableResult
    package func run(
        _ arguments: [String], expecting code: Int32 = 0, with variables: [String: String] = [:], limit: Int = 900
    ) async throws -> Answer {
        let answer = try await self.answer([try Setting.binary()] + arguments, with: variables, limit: limit)
        guard answer.code == code else { throw UnexpectedEnd(answer: answer, expected: code) }
        return answer
    }

    /// Runs any command to its end.
    package func answer(
        _ command: [String], with variables: [String: String] = [:], input: URL? = nil, limit: Int = 300
    ) async throws -> Answer {
        let program = try self.start(command, with: variables, input: input)
        program.kill(after: limit)
        let code = await program.code()
        return Answer(
            command: [URL(filePath: command[0]).lastPathComponent] + command.dropFirst(), code: code,
            output: program.printed, errors: program.complaints)
    }

    /// Starts a command of the program and leaves it running.
    package func start(_ arguments: String...) throws -> Program { try self.start(arguments: arguments) }

    /// - Parameter variables: What it sees otherwise than the others do.
    package func start(arguments: [String], with variables: [String: String] = [:]) throws -> Program {
        try self.start([try Setting.binary()] + arguments, with: variables)
    }

    private func start(
        _ command: [String], with variables: [String: String] = [:], input: URL? = nil
    ) throws -> Program {
        let number = self.started.programs.withLock { $0.count }
        let program = try Program(
            command, environment: self.environment.merging(variables) { $1 }, input: input, in: self.folder,
            name: "\(number)-\(UUID().uuidString.prefix(8))")
        self.started.programs.withLock { $0.append(program) }
        return program
    }

    /// What every process so far has said on standard error.
    package var complaints: String { self.started.programs.withLock { $0 }.map(\.complaints).joined() }

    private func takeDown() async throws {
        for program in self.started.programs.withLock({ $0 }) {
            program.send(SIGKILL)
            _ = await program.code()
        }
        try await self.database.drop()
        if self.log == .kafka { try await Topics.delete(beginningWith: self.prefix, at: self.servers.bootstrap) }
        try FileManager.default.removeItem(at: self.folder)
    }
}
