import CRdKafka

extension RDKafkaClient {
    /// Whether the group moves partitions one by one instead of all at once.
    private var isCooperative: Bool {
        rd_kafka_rebalance_protocol(self.pointer).map { String(cString: $0) } == "COOPERATIVE"
    }

    /// Lets a rebalance take effect; partitions without a position start at the committed offset.
    @available(*, noasync)
    func complete(
        _ rebalance: KafkaRebalance?, startingAt positions: [KafkaTopicPartition: KafkaPosition]
    ) throws {
        switch rebalance {
        case .none: return
        case .assigned(let partitions): try self.take(partitions, positions)
        case .revoked(let partitions, _): try self.giveUp(partitions)
        }
    }

    private func take(_ partitions: [KafkaTopicPartition], _ positions: [KafkaTopicPartition: KafkaPosition]) throws {
        let offsets = partitions.map { ($0, (positions[$0] ?? .committed).rawOffset) }
        let list = RDKafkaPartitionList(Dictionary(offsets, uniquingKeysWith: { first, _ in first }))
        if self.isCooperative {
            try RDKafkaErrorObject.check(
                rd_kafka_incremental_assign(self.pointer, list.pointer), "complete assignment")
        } else {
            try KafkaError.check(rd_kafka_assign(self.pointer, list.pointer), "complete assignment")
        }
    }

    private func giveUp(_ partitions: [KafkaTopicPartition]) throws {
        guard self.isCooperative else {
            return try KafkaError.check(rd_kafka_assign(self.pointer, nil), "complete revocation")
        }
        let list = RDKafkaPartitionList(partitions)
        try RDKafkaErrorObject.check(
            rd_kafka_incremental_unassign(self.pointer, list.pointer), "complete revocation")
    }

    /// Moves assigned partitions to other positions.
    ///
    /// librdkafka 2.0.2 takes this call's milliseconds for microseconds and gives up after 10 ms of the 10 s it was given,
    /// so we ask again until the time is really over; seeking twice to one place does no harm.
    @available(*, noasync)
    func seek(_ positions: [KafkaTopicPartition: KafkaPosition], _ timeout: Duration) throws {
        let deadline = ContinuousClock.now.advanced(by: timeout)
        while true {
            let list = RDKafkaPartitionList(positions.mapValues(\.rawOffset))
            do {
                try RDKafkaErrorObject.check(
                    rd_kafka_seek_partitions(self.pointer, list.pointer, timeout.wholeMilliseconds), "seek")
                return try list.check("seek")
            } catch let error as KafkaError {
                guard error.code == .timedOut, ContinuousClock.now < deadline else { throw error }
            }
        }
    }

    /// The offset after the last message that was given out; `nil` before the first.
    func position(_ topicPartition: KafkaTopicPartition) -> Int64? {
        let list = RDKafkaPartitionList([topicPartition])
        guard rd_kafka_position(self.pointer, list.pointer) == RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        return RDKafkaPartitionList.copy(list.pointer).first.flatMap { $0.offset >= 0 ? $0.offset : nil }
    }
}
