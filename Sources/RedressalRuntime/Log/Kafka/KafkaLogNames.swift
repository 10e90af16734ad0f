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

    /// Where it is kept how often each partition was taken over.
    var owners: String { self.prefix + "owners" }

    /// The id of whoever takes a partition over: one for each partition, so that only one can at a time.
    func claimID(of partition: Int) -> String { "\(self.prefix)engine-\(partition)" }

    /// The id that an owner writes with: one for each time that a partition was taken over, counted from 1.
    func transactionalID(of partition: Int, generation: Int64) -> String {
        "\(self.claimID(of: partition))-\(generation)"
    }

    /// The group whose offsets are the owners' positions; nobody joins it.
    var positions: String { self.prefix + "engine-positions" }

    /// The group that engines join to share the partitions.
    var engines: String { self.prefix + "engines" }
}
