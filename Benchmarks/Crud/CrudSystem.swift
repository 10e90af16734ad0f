import Crypto
import Foundation
import Glibc
import Postgres
import RedressalTesting

@testable import Redressal

/// The peer with a database of its own, filled with open cases and served in a process of its own.
struct CrudSystem: Sendable {
    let port: Int
    /// By account, as those of ``ServedSystem``.
    let tokens: [String: String]

    /// Makes one, and takes it down after the body.
    static func with<Result>(cases: Int, _ body: (CrudSystem) async throws -> Result) async throws -> Result {
        let database = try await Database.make(at: Setting.databaseURL())
        let outcome: Swift.Result<Result, any Error>
        do { outcome = .success(try await self.serve(database, cases, body)) } catch { outcome = .failure(error) }
        try await database.drop()
        return try outcome.get()
    }

    private static func serve<Result>(
        _ database: Database, _ cases: Int, _ body: (CrudSystem) async throws -> Result
    ) async throws -> Result {
        let tokens = try await self.fill(database, cases)
        let port = Web.freePort()
        let folder = FileManager.default.temporaryDirectory
        let program = try Program(
            [CommandLine.arguments[0], "crud", "--database-url", database.url, "--port", "\(port)"],
            environment: ProcessInfo.processInfo.environment, in: folder, name: "crud-\(port)")
        defer {
            try? FileManager.default.removeItem(at: program.output)
            try? FileManager.default.removeItem(at: program.errors)
        }
        do {
            try await Web(port: port).ready(program)
            let result = try await body(CrudSystem(port: port, tokens: tokens))
            program.send(SIGKILL)
            _ = await program.code()
            return result
        } catch {
            program.send(SIGKILL)
            _ = await program.code()
            throw error
        }
    }

    /// - Returns: The tokens that it knows.
    private static func fill(_ database: Database, _ cases: Int) async throws -> [String: String] {
        let accounts = [ServedSystem.portal] + ComplaintLife.people
        let tokens = Dictionary(uniqueKeysWithValues: accounts.map { ($0, UUID().uuidString) })
        let hashes = accounts.map { Array(SHA256.hash(data: Array((tokens[$0] ?? "").utf8))) }
        try await database.withConnection { connection in
            try await connection.execute(script: CrudTables.script)
            for sql in CrudTables.load(cases, ComplaintLife.seats.map(\.office)) { try await connection.execute(sql) }
            try await connection.execute(
                """
                INSERT INTO token (account, hash)
                SELECT * FROM unnest(\(PostgresValue.textArray(accounts)), \(PostgresValue.bytesArray(hashes)))
                """)
            try await connection.execute("VACUUM (ANALYZE)")
        }
        return tokens
    }
}
