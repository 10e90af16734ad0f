import CRdKafka

/// Where to start reading a partition.
package enum KafkaPosition: Hashable, Sendable {
    /// The oldest record that is still kept.
    case beginning
    /// After the newest record.
    case end
    /// The group's committed offset.
    case committed
    /// The record with this offset.
    case offset(Int64)

    /// The number librdkafka uses for it.
    var rawOffset: Int64 {
        switch self {
        case .beginning: Int64(RD_KAFKA_OFFSET_BEGINNING)
        case .end: Int64(RD_KAFKA_OFFSET_END)
        case .committed: Int64(RD_KAFKA_OFFSET_STORED)
        case .offset(let offset): offset
        }
    }
}
