import CRdKafka

/// The owner of one `rd_kafka_conf_t` until a client takes it over.
struct RDKafkaConfiguration: ~Copyable {
    private let pointer: OpaquePointer

    /// Makes a configuration, with all news as events so that librdkafka never calls into Swift.
    ///
    /// - Throws: `KafkaError` with librdkafka's sentence about the first property it refuses.
    init(_ properties: [String: String], events: Int32) throws {
        self.pointer = rd_kafka_conf_new()
        rd_kafka_conf_set_events(self.pointer, events)
        for (key, value) in properties.sorted(by: { $0.key < $1.key }) {
            try self.set(key, value)
        }
        crdkafka_pace_fetches(self.pointer)
    }

    deinit {
        rd_kafka_conf_destroy(self.pointer)
    }

    private func set(_ key: String, _ value: String) throws {
        let text = Self.withErrorText { buffer, size in
            rd_kafka_conf_set(self.pointer, key, value, buffer, size) == RD_KAFKA_CONF_OK
        }
        if let text { throw KafkaError(.invalidArgument, "set \(key)", text: text) }
    }

    /// Makes the client.
    ///
    /// - Throws: `KafkaError` with librdkafka's sentence when properties do not fit together.
    consuming func makeClient(_ type: rd_kafka_type_t) throws -> RDKafkaClient {
        var client: OpaquePointer?
        let text = Self.withErrorText { buffer, size in
            client = rd_kafka_new(type, self.pointer, buffer, size)
            return client != nil
        }
        guard let client else {
            // librdkafka takes the configuration over only on success; here it is still ours to free.
            _ = consume self
            throw KafkaError(.invalidArgument, "create client", text: text)
        }
        discard self
        return RDKafkaClient(owning: client)
    }

    /// Calls `body` with room for an error text; returns the text when `body` says it failed.
    private static func withErrorText(
        _ body: (UnsafeMutablePointer<CChar>, Int) -> Bool
    ) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
            buffer.initialize(repeating: 0)
            guard let start = buffer.baseAddress else { return nil }
            return body(start, buffer.count) ? nil : String(cString: start)
        }
    }
}
