import Kafka
import Redressal

/// What a log's topics, groups and transactional ids are called.
struct KafkaLogNames: Hashable, Sendable {
    /// What every name begins with, such as `redressal.`.
    let prefix: String

    func topic(_ topic: Topic) -> String { self.prefix + topic.rawValue }

    /// Where a partition is in the cluster.
    func place(_ place: LogPlace) -> KafkaTopicPartition {
        KafkaTopicPartition(self.topic(place.topic), Int32(place.partition))
    }

    /// The id that fences: static for each partition, because fencing goes by this id and not by partition.
    func transactionalID(of partition: Int) -> String { "\(self.prefix)engine-\(partition)" }

    /// The group whose offsets are the owners' positions; nobody joins it.
    var positions: String { self.prefix + "engine-positions" }

    /// The group that engines join to share the partitions.
    var engines: String { self.prefix + "engines" }
}
