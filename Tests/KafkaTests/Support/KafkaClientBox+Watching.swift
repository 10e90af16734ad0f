@testable import Kafka

extension KafkaClientBox {
    /// The instance, for tests that watch its end.
    func watched() async throws -> RDKafkaClient {
        try await KafkaThread(label: "watch").run { try self.open("watch") }
    }
}
