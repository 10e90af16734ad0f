import Testing

@testable import Kafka

@Suite struct KafkaConfigurationTests {
    @Test func anUnknownPropertyIsNamed() {
        let configuration = KafkaConfiguration(bootstrap: "127.0.0.1:1", clientID: "c", extra: ["no.such.key": "1"])
        let error = #expect(throws: KafkaError.self) { try KafkaProducer(configuration) }
        #expect(
            error?.description
                == "set no.such.key: No such configuration property: \"no.such.key\" (_INVALID_ARG)")
    }

    @Test func librdkafkasSentenceAboutPropertiesThatDoNotFitIsPassedOn() {
        let configuration = KafkaConfiguration(
            bootstrap: "127.0.0.1:1", clientID: "c", extra: ["max.in.flight": "10"])
        let error = #expect(throws: KafkaError.self) { try KafkaProducer(configuration) }
        #expect(error?.text.contains("`max.in.flight` must be set") == true, "\(String(describing: error))")
    }

    @Test func aPropertyTheClientDependsOnCannotBeChanged() {
        let configuration = KafkaConfiguration(bootstrap: "127.0.0.1:1", clientID: "c", extra: ["acks": "1"])
        let error = #expect(throws: KafkaError.self) { try KafkaProducer(configuration) }
        #expect(
            error?.text == "expected acks to be left at \"all\" but the extra properties set it to \"1\"")
    }

    @Test func extraWinsOverWhatIsOnlyPreferred() throws {
        let configuration = KafkaConfiguration(bootstrap: "b:1", clientID: "c", extra: ["linger.ms": "9"])
        let properties = try configuration.properties(
            preferred: ["linger.ms": "1", "message.max.bytes": "5"], required: ["acks": "all"])
        #expect(properties["linger.ms"] == "9")
        #expect(properties["message.max.bytes"] == "5")
        #expect(properties["acks"] == "all")
        #expect(properties["log.queue"] == "true")
        #expect(properties["bootstrap.servers"] == "b:1")
    }

    @Test func refusingManyTimesLeavesNothingBehind() {
        // Each refusal frees its configuration: a double free would crash here, a leak shows under the leak sanitizer.
        for _ in 0..<200 {
            let configuration = KafkaConfiguration(bootstrap: "b:1", clientID: "c", extra: ["max.in.flight": "10"])
            #expect(throws: KafkaError.self) { try KafkaProducer(configuration) }
        }
    }

    @Test(arguments: [
        (Duration.zero, Int32(0)), (.milliseconds(1), 1), (.microseconds(1), 1), (.seconds(-5), 0),
        (.seconds(90), 90_000), (.seconds(1 << 40), Int32.max),
    ])
    func durationsBecomeWholeMillisecondsRoundedUp(duration: Duration, milliseconds: Int32) {
        #expect(duration.wholeMilliseconds == milliseconds)
    }
}
