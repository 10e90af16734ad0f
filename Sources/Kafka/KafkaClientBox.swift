import Synchronization

/// Where a client instance lives until it is closed; only private threads take it out.
final class KafkaClientBox: Sendable {
    private let client: Mutex<RDKafkaClient?>

    init(_ client: RDKafkaClient) {
        self.client = Mutex(client)
    }

    /// - Throws: `KafkaError` with the code `.destroyed` after `close()`.
    @available(*, noasync)
    func open(_ operation: String) throws -> RDKafkaClient {
        guard let client = self.client.withLock({ $0 }) else { throw KafkaError.closed(operation) }
        return client
    }

    /// Takes the client out for good; `nil` when that was done before.
    @available(*, noasync)
    func take() -> RDKafkaClient? {
        self.client.withLock { client in
            defer { client = nil }
            return client
        }
    }
}
