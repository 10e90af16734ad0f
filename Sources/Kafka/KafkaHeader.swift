/// One header of a record; names may repeat and order is kept.
package struct KafkaHeader: Hashable, Sendable {
    /// The header's name, for example `ce_type`.
    package let name: String
    /// The header's bytes; `nil` is a null value, which Kafka keeps apart from an empty one.
    package let value: [UInt8]?

    package init(_ name: String, _ value: [UInt8]?) {
        self.name = name
        self.value = value
    }
}
