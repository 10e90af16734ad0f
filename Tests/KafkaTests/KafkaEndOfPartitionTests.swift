import Testing

@testable import Kafka

@Suite struct KafkaEndOfPartitionTests {
    @Test func theOffsetIsFoundInTheText() {
        let text = "Fetch from broker 1 reached end of partition at offset 42 (HighwaterMark 45)"
        #expect(KafkaEndOfPartition.offset(text) == 42)
    }

    @Test(arguments: ["", "Broker: No more messages", "end of partition at offset soon"])
    func otherTextsHaveNone(text: String) {
        #expect(KafkaEndOfPartition.offset(text) == nil)
    }
}
