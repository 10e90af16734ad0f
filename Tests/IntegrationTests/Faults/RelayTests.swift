import Foundation
import Postgres
import RedressalTesting
import Testing

/// The weather that a relay makes, felt by a client of PostgreSQL.
@Suite struct RelayTests {
    /// Lends a relay in front of the database, and a connection through it.
    private static func withRelay(_ body: (Relay, PostgresConfiguration) async throws -> Void) async throws {
        var address = try #require(URLComponents(string: try Setting.databaseURL()))
        let relay = try Relay(to: address.port ?? 5432)
        address.port = relay.port
        do {
            try await body(relay, PostgresConfiguration(try #require(address.string)))
        } catch {
            relay.stop()
            throw error
        }
        relay.stop()
    }

    private static func ask(_ connection: PostgresConnection) async throws -> Int {
        try await connection.query("SELECT 7").value(as: Int.self)
    }

    @Test func inFairWeatherEverythingPasses() async throws {
        try await Self.withRelay { _, configuration in
            let long: String = try await PostgresConnection.with(configuration) {
                try await $0.query("SELECT repeat('x', 3000000)").value()
            }
            #expect(long.count == 3_000_000)
        }
    }

    @Test func aCutEndsConnectionsAndRefusesNewOnesUntilItIsOver() async throws {
        try await Self.withRelay { relay, configuration in
            let connection = try await PostgresConnection.connect(configuration)
            relay.set(.cut)
            await #expect(throws: PostgresError.self) { try await Self.ask(connection) }
            await #expect(throws: PostgresError.self) { try await PostgresConnection.connect(configuration) }
            relay.set(.fair)
            #expect(try await PostgresConnection.with(configuration, Self.ask) == 7)
            await connection.close()
        }
    }

    @Test func whatIsStalledArrivesWhenItIsOver() async throws {
        try await Self.withRelay { relay, configuration in
            let connection = try await PostgresConnection.connect(configuration)
            relay.set(.stalled)
            async let answer = Self.ask(connection)
            relay.set(.fair)
            #expect(try await answer == 7)
            await connection.close()
        }
    }

    @Test func slowAnswersComeInOrderAndLate() async throws {
        try await Self.withRelay { relay, configuration in
            let connection = try await PostgresConnection.connect(configuration)
            relay.set(.slow(milliseconds: 100))
            let start = ContinuousClock.now
            #expect(try await Self.ask(connection) == 7)
            #expect(start.duration(to: .now) >= .milliseconds(200))
            await connection.close()
        }
    }

    @Test func aMuteServerDoesItsWorkAndNobodyHears() async throws {
        try await Self.withRelay { relay, configuration in
            let direct = PostgresConfiguration(try Setting.databaseURL())
            let name = "relay_test_\(UInt32.random(in: 0...UInt32.max))"
            let connection = try await PostgresConnection.connect(configuration)
            relay.set(.mute)
            async let answer = connection.execute("CREATE TABLE \(SQL.identifier(name)) ()")
            try await Fact.wait(for: "the table") {
                try await PostgresConnection.with(direct) {
                    try await $0.query("SELECT to_regclass(\(name)) IS NOT NULL").value(as: Bool.self)
                }
            }
            relay.set(.fair)
            do {
                _ = try await answer
                Issue.record("expected the answer to be lost but it came")
            } catch let error as PostgresError {
                #expect(error.description != "")
            }
            _ = try await PostgresConnection.with(direct) { try await $0.execute("DROP TABLE \(SQL.identifier(name))") }
            await connection.close()
        }
    }

    @Test func aTornConnectionBreaksInTheMiddleOfAnAnswer() async throws {
        try await Self.withRelay { relay, configuration in
            let connection = try await PostgresConnection.connect(configuration)
            relay.set(.torn(bytes: 1000))
            #expect(try await Self.ask(connection) == 7)
            await #expect(throws: PostgresError.self) { try await connection.query("SELECT repeat('x', 3000)") }
            await connection.close()
        }
    }
}
