import Foundation

@testable import Kafka

/// The real broker that tests of isolation, fencing and groups need.
struct TestBroker {
    /// Says that no broker is there: such a test fails, it is not skipped.
    struct Missing: Error, CustomStringConvertible {
        let description =
            "expected a Kafka broker's host:port in the environment variable KAFKA_BOOTSTRAP but it is not set; "
            + "ops/test starts one"
    }

    let configuration: KafkaConfiguration

    init(_ extra: [String: String] = [:]) throws {
        guard let bootstrap = ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP"], !bootstrap.isEmpty else {
            throw Missing()
        }
        self.configuration = KafkaConfiguration(bootstrap: bootstrap, clientID: "test", extra: extra)
    }

    /// A name nobody else uses.
    static func uniqueName(_ stem: String) -> String {
        "\(stem)-\(UUID().uuidString.lowercased())"
    }

    /// Makes a topic, runs the body, deletes the topic.
    func withTopic(
        partitions: Int = 1, config: [String: String] = [:], _ body: (String) async throws -> Void
    ) async throws {
        let name = Self.uniqueName("topic")
        let admin = try KafkaAdmin(self.configuration)
        try await admin.createTopic(name, partitions: partitions, config: config)
        do {
            try await body(name)
        } catch {
            try? await admin.deleteTopics([name])
            await admin.close()
            throw error
        }
        try await admin.deleteTopics([name])
        await admin.close()
    }
}
