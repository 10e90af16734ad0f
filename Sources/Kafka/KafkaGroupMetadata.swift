import CRdKafka

/// A group membership as of one moment, to be named when offsets are sent inside a transaction.
///
/// Holds the serialized form instead of a pointer: the value can cross tasks and needs no freeing. The form is private to
/// the process ("should only be used in the same process runtime", `rdkafka.h`), so never store it.
package struct KafkaGroupMetadata: Hashable, Sendable {
    let serialized: [UInt8]

    /// Takes over the C object's content; the object is freed by the caller.
    init(copying metadata: OpaquePointer) throws {
        var buffer: UnsafeMutableRawPointer?
        var size = 0
        try RDKafkaErrorObject.check(
            rd_kafka_consumer_group_metadata_write(metadata, &buffer, &size), "read group metadata")
        defer { rd_kafka_mem_free(nil, buffer) }
        self.serialized = Array(UnsafeRawBufferPointer(start: buffer, count: size))
    }

    /// Names a group without a membership: offsets are committed, but nothing fences an old member.
    ///
    /// - Parameter group: The group's id.
    package init(group: String) throws {
        guard let metadata = rd_kafka_consumer_group_metadata_new(group) else {
            throw KafkaError(.invalidArgument, "name group", text: "expected a group id but found \"\(group)\"")
        }
        defer { rd_kafka_consumer_group_metadata_destroy(metadata) }
        try self.init(copying: metadata)
    }

    /// Lends the C object.
    ///
    /// - Warning: Do not let the pointer escape the closure.
    func withPointer<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
        var pointer: OpaquePointer?
        try self.serialized.withUnsafeBytes { bytes in
            try RDKafkaErrorObject.check(
                rd_kafka_consumer_group_metadata_read(&pointer, bytes.baseAddress, bytes.count), "read group metadata")
        }
        guard let pointer else {
            throw KafkaError(.state, "read group metadata", text: "expected an object but librdkafka gave none")
        }
        defer { rd_kafka_consumer_group_metadata_destroy(pointer) }
        return try body(pointer)
    }
}
