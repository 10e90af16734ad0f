import CRdKafka

/// Building and reading `rd_kafka_headers_t`.
enum RDKafkaHeaders {
    /// Makes the C list, owned by the caller; `nil` when there are no headers.
    static func make(_ headers: [KafkaHeader]) throws(KafkaError) -> OpaquePointer? {
        guard !headers.isEmpty else { return nil }
        let list: OpaquePointer = rd_kafka_headers_new(headers.count)
        for header in headers {
            let code = header.value.withPossiblyEmptyBytes { value, size in
                rd_kafka_header_add(list, header.name, -1, value, size)
            }
            guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
                rd_kafka_headers_destroy(list)
                throw KafkaError(.init(code), "add header \(header.name)")
            }
        }
        return list
    }

    /// Copies a message's headers, in order.
    static func copy(_ message: UnsafePointer<rd_kafka_message_t>) -> [KafkaHeader] {
        var list: OpaquePointer?
        guard rd_kafka_message_headers(message, &list) == RD_KAFKA_RESP_ERR_NO_ERROR, let list else { return [] }
        return (0..<rd_kafka_header_cnt(list)).compactMap { index in
            var name: UnsafePointer<CChar>?
            var value: UnsafeRawPointer?
            var size = 0
            guard rd_kafka_header_get_all(list, index, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR,
                let name
            else { return nil }
            return KafkaHeader(String(cString: name), [UInt8](copying: value, count: size))
        }
    }
}
