extension Log {
    /// Where each partition of a topic ends: the offset after its last record, by partition.
    package func ends(of topic: Topic) async throws(LogError) -> [Int: Int64] {
        var ends: [Int: Int64] = [:]
        for partition in 0..<self.partitionCount {
            ends[partition] = try await self.end(of: topic, partition: partition)
        }
        return ends
    }
}
