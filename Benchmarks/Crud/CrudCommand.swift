import ArgumentParser
import Logging
import Postgres

/// Serves the peer, as a process of its own beside what is measured.
struct CrudCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crud", abstract: "Serve the peer of the lifecycle benchmark.", shouldDisplay: false)

    /// As many connections as `redressal serve` has.
    private static let connections = 24

    @Option(help: "Its database, which has its tables.")
    var databaseURL: String

    @Option(help: "The port to listen on.")
    var port: Int

    func run() async throws {
        let pool = PostgresPool(PostgresConfiguration(self.databaseURL), size: Self.connections)
        try await CrudService(cases: CrudCases(pool: pool), port: self.port).run()
        await pool.close()
    }
}
