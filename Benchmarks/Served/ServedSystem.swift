import Foundation
import Kafka
import Postgres
import RedressalTesting

@testable import Redressal
@testable import RedressalRuntime

/// An installation of its own, filled with open cases and served over HTTP by the built program in a process of its own.
struct ServedSystem: Sendable {
    /// The account of the public website.
    static let portal = "portal"
    private static let partitions = 4

    let sandbox: Sandbox
    let port: Int
    /// By account.
    let tokens: [String: String]

    /// Makes one, and takes it down after the body.
    ///
    /// - Parameters:
    ///   - cases: How many open cases it has.
    ///   - options: More options of `redressal serve`.
    static func with<Result>(
        _ log: LogKind, cases: Int, options: [String] = [], _ body: (ServedSystem) async throws -> Result
    ) async throws -> Result {
        try await Self.with(log, options: options, ServedLoad(cases: cases).put(into:_:_:_:), body)
    }

    /// What an installation is filled with before it is served.
    typealias Fill = (any Log, PostgresPool, SearchKey, DefinitionCatalog) async throws -> Void

    /// Makes one that is filled by somebody else, and takes it down after the body.
    static func with<Result>(
        _ log: LogKind, options: [String] = [], _ load: Fill, _ body: (ServedSystem) async throws -> Result
    ) async throws -> Result {
        try await Sandbox.with(log, partitions: Self.partitions) { sandbox in
            try await sandbox.run("workflow", "publish")
            let tokens = try await Self.fill(sandbox, load)
            let port = Web.freePort()
            // Whoever measures is one account a seat, and asks more often than people do.
            let serving = try sandbox.start(
                arguments: ["serve", "--port", "\(port)", "--sign-in", "required", "--rate-limit", "100000"] + options)
            try await Web(port: port).ready(serving)
            let result = try await body(ServedSystem(sandbox: sandbox, port: port, tokens: tokens))
            serving.send(SIGTERM)
            _ = await serving.code()
            return result
        }
    }

    /// - Returns: Tokens of the seats that act, and of the website.
    private static func fill(_ sandbox: Sandbox, _ load: Fill) async throws -> [String: String] {
        let pool = PostgresPool(sandbox.database.configuration, size: 8, logger: .tests)
        let log = Self.openLog(sandbox)
        let definitions = try await DefinitionStore.open(log: log, logger: .tests)
        let keyFile = URL(filePath: sandbox.environment["REDRESSAL_KEY_FILE"] ?? "")
        let vault = try await Vault.open(pool, keyFile: keyFile)
        try await load(log, pool, vault.wrapping.searchKey, definitions.catalog())
        let identities = LocalIdentities(pool: pool, wrapping: vault.wrapping, clock: SystemClock())
        let tokens = try await Self.tokens(identities)
        await log.close()
        await pool.close()
        return tokens
    }

    private static func tokens(_ identities: LocalIdentities) async throws -> [String: String] {
        var tokens: [String: String] = [:]
        for name in ComplaintLife.people + [Self.portal] {
            _ = try await identities.add(name, kind: name == Self.portal ? .service : .person, isLasting: true)
            tokens[name] = try await identities.addToken(for: name, length: 86_400, note: "bench").secret.token
        }
        return tokens
    }

    private static func openLog(_ sandbox: Sandbox) -> any Log {
        switch sandbox.log {
        case .postgres:
            PostgresLog(sandbox.database.configuration, partitionCount: Self.partitions, logger: .tests)
        case .kafka:
            KafkaLog(
                KafkaConfiguration(bootstrap: sandbox.servers.bootstrap, clientID: "bench"), prefix: sandbox.prefix,
                partitionCount: Self.partitions)
        }
    }
}
