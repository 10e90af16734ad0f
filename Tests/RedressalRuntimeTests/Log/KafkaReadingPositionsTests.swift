import Kafka
import Testing

@testable import RedressalRuntime

@Suite struct KafkaReadingPositionsTests {
    /// Offsets of records, the end when it was reached, and what must have moved from 5.
    private static let cases: [([Int64], Int64?, [Int: Int64])] = [
        ([], nil, [:]), ([5, 6], nil, [3: 7]), ([], 9, [3: 9]), ([], 5, [:]), ([5], 8, [3: 8]),
        // The end of an empty partition, and then the first record, in one poll: the record must not be lost.
        ([5], 5, [3: 6]),
    ]

    private func poll(_ offsets: [Int64], end: Int64?) -> KafkaPoll {
        var poll = KafkaPoll()
        let place = KafkaTopicPartition("events", 3)
        poll.messages = offsets.map {
            KafkaMessage(topicPartition: place, offset: $0, key: nil, value: nil, headers: [], timestamp: -1)
        }
        if let end { poll.endOfPartitions[place] = end }
        return poll
    }

    @Test(arguments: Self.cases)
    func movesToTheFarthest(_ offsets: [Int64], _ end: Int64?, _ moved: [Int: Int64]) {
        var positions = KafkaReadingPositions([3: 5])
        #expect(positions.advance(by: self.poll(offsets, end: end)) == moved)
        #expect(positions.advance(by: self.poll(offsets, end: end)) == [:])
    }
}
