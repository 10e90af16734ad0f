import Logging

extension PostgresConnection {
    /// Connects, lends the connection, and closes it whatever happens.
    ///
    /// - Throws: What ``connect(_:logger:)`` or the body throws.
    package static func with<Result>(
        _ configuration: PostgresConfiguration, logger: Logger = Logger(label: "postgres"),
        _ body: (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await Self.connect(configuration, logger: logger)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }
}
