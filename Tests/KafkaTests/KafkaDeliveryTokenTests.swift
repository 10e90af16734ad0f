import Testing

@testable import Kafka

@Suite struct KafkaDeliveryTokenTests {
    @Test(arguments: [0, 1, 16_777_215])
    func comesBackFromThePointerItTravelsIn(index: Int) {
        let token = KafkaDeliveryBatch(number: 7).token(index)
        #expect(KafkaDeliveryToken(opaque: token.opaque) == token)
    }
}
