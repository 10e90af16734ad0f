import CRdKafka

extension RDKafkaClient {
    /// Waits until nothing is under way, then drops what still is; the drops are reported like deliveries.
    ///
    /// - Important: Somebody else must serve the main queue meanwhile.
    @available(*, noasync)
    func finish(_ timeout: Duration) {
        guard rd_kafka_flush(self.pointer, timeout.wholeMilliseconds) != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        rd_kafka_purge(self.pointer, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
        rd_kafka_flush(self.pointer, Duration.seconds(1).wholeMilliseconds)
    }
}
