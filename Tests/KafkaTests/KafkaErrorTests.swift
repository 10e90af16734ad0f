import CRdKafka
import Testing

@testable import Kafka

@Suite struct KafkaErrorTests {
    @Test func describesOperationTextAndCode() {
        let error = KafkaError(.topicAlreadyExists, "create topic events", text: "Topic 'events' already exists.")
        #expect(
            error.description == "create topic events: Topic 'events' already exists. (TOPIC_ALREADY_EXISTS)")
    }

    @Test func keepsNumbersItDoesNotKnow() {
        let error = KafkaError(KafkaError.Code(rawValue: 12345), "read")
        #expect(error.code.rawValue == 12345)
        #expect(error.description == "read: Err-12345? (ERR_12345?)")
    }

    @Test func anErrorObjectIsCopiedBeforeItIsFreed() throws {
        let client = try RDKafkaConfiguration([:], events: 0).makeClient(RD_KAFKA_PRODUCER)
        let error = #expect(throws: KafkaError.self) { try client.initTransactions(.zero) }
        #expect(error?.code.description == "_NOT_CONFIGURED")
        #expect(error?.operation == "init transactions")
        #expect(error?.text.contains("transactional.id") == true)
        #expect(error?.isTimedOut == false)
        #expect(error?.isFenced == false)
    }

    @Test func noErrorThrowsNothing() throws {
        try RDKafkaErrorObject.check(nil, "commit")
        try KafkaError.check(RD_KAFKA_RESP_ERR_NO_ERROR, "commit")
    }

    @Test(arguments: [
        KafkaError.Code.fenced, .producerFenced, .invalidProducerEpoch, .coordinatorFenced, .fencedInstance,
    ])
    func allWaysToBeFencedAreOne(code: KafkaError.Code) {
        #expect(KafkaError(code, "commit").isFenced)
    }
}
