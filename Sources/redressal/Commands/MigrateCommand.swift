import ArgumentParser
import Foundation
import Postgres
import Redressal
import RedressalRuntime

/// Prepares an empty database and the log's topics, or brings them up to date.
struct MigrateCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Prepare the database and the log, or bring them up to date.",
        discussion: "Safe to repeat. Refuses topics whose settings would lose data, naming the setting.")

    @OptionGroup var options: CommonOptions

    @Option(help: "Over how many partitions cases are spread; fixed when the log is first prepared.")
    var partitions: Int?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if let partitions, !(1...1000).contains(partitions) {
            throw ValidationError("expected between 1 and 1000 partitions but found \(partitions)")
        }
    }

    func execute() async throws {
        let logger = try self.options.logger("redressal.migrate")
        let database = PostgresConfiguration(try self.options.database())
        let folder = try self.options.homeFolder().appendingPathComponent("schemas/postgres")
        let migrator = try Migrator(directory: folder)
        let applied = try await PostgresConnection.with(database, logger: logger) { connection in
            let applied = try await migrator.migrate(connection)
            try await LogNote.check(self.options, on: connection)
            return applied
        }
        let count = try await self.prepareLog(database)
        try self.report(applied, partitions: count)
    }

    /// - Returns: How many partitions the log has.
    private func prepareLog(_ database: PostgresConfiguration) async throws -> Int {
        let logger = try self.options.logger("redressal.migrate")
        let pool = PostgresPool(database, size: 1, logger: logger)
        let wanted: Int
        if let partitions = self.partitions {
            wanted = partitions
        } else {
            wanted =
                (try? await LogWiring.open(self.options, pool: pool, logger: logger))?.partitionCount
                ?? LogWiring.defaultPartitions
        }
        await pool.close()
        let log = try LogWiring.make(self.options, partitions: wanted, logger: logger)
        do {
            try await log.prepare()
        } catch {
            await log.close()
            throw error
        }
        await log.close()
        return wanted
    }

    private func report(_ applied: [Migration], partitions: Int) throws {
        let names = applied.map(\.fileName)
        if self.json {
            try Terminal.json(MigrationReport(applied: names, partitions: partitions))
        } else {
            for name in names { Terminal.print("applied \(name)") }
            if names.isEmpty { Terminal.print("the database is up to date") }
            Terminal.print("the log is ready, \(partitions) partitions")
        }
    }
}

/// What `migrate --json` prints.
private struct MigrationReport: Encodable {
    let applied: [String]
    let partitions: Int
}
