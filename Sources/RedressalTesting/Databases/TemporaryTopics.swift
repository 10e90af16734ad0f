import Foundation
import Kafka
import Synchronization

/// Topics of their own for one test, in the cluster that `KAFKA_BOOTSTRAP` names; deleted afterwards.
package struct TemporaryTopics: Sendable {
    /// How to reach the brokers.
    package let configuration: KafkaConfiguration
    /// What the topics' names begin with.
    package let prefix: String

    /// Says what the tests need when they do not have it; they fail then, they are never skipped.
    package struct Missing: Error, CustomStringConvertible {
        package let description = "expected KAFKA_BOOTSTRAP to name a broker, host:port, but it is not set"
    }

    /// Chooses a prefix, and deletes the topics that begin with it after the body.
    package static func with<Result>(_ body: (TemporaryTopics) async throws -> Result) async throws -> Result {
        guard let bootstrap = ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP"] else { throw Missing() }
        let number = prefixes.add(1, ordering: .relaxed).newValue
        let topics = TemporaryTopics(
            configuration: KafkaConfiguration(bootstrap: bootstrap, clientID: "redressal-tests"),
            prefix: "test-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))-\(number).")
        let outcome: Swift.Result<Result, any Error>
        do { outcome = .success(try await body(topics)) } catch { outcome = .failure(error) }
        try await topics.delete()
        return try outcome.get()
    }

    /// Lends an admin client.
    package func withAdmin<Result>(_ body: (KafkaAdmin) async throws -> Result) async throws -> Result {
        try await KafkaAdmin.with(self.configuration, body)
    }

    private func delete() async throws {
        try await self.withAdmin { admin in
            try await admin.deleteTopics(try await admin.topics().keys.filter { $0.hasPrefix(self.prefix) })
        }
    }
}

/// Numbers the prefixes of one test run.
private let prefixes = Atomic(0)
