import Foundation
import Logging
import MetricsTestKit
import Synchronization
import Testing

@testable import Kafka

@Suite struct KafkaStatisticsTests {
    @Test func readsTheFewFieldsWeWatch() throws {
        let json = """
            {"name":"c#consumer-1","msg_cnt":3,"tx_bytes":10,"rx_bytes":20,"ignored":[1],
             "brokers":{"b:1/1":{"name":"b:1/1","state":"UP","rtt":{"avg":2500},"txerrs":1,"rxerrs":2,"req_timeouts":3,
             "outbuf_cnt":4,"waitresp_cnt":5},"c:1/2":{"name":"c:1/2","state":"UP","rtt":{}}},
             "topics":{"t":{"topic":"t","partitions":{
               "0":{"partition":0,"consumer_lag":5},"1":{"partition":1,"consumer_lag":-1},
               "-1":{"partition":-1,"consumer_lag":7}}}}}
            """
        #expect(
            try KafkaStatistics(json: json)
                == KafkaStatistics(
                    client: "c#consumer-1", messageCount: 3, bytesSent: 10, bytesReceived: 20,
                    brokerStates: ["b:1/1": "UP", "c:1/2": "UP"], consumerLag: [KafkaTopicPartition("t", 0): 5],
                    brokers: KafkaBrokerFigures(
                        requestsWaiting: 9, roundTrip: 0.0025, sendErrors: 1, receiveErrors: 2, timeouts: 3)))
    }

    @Test(.timeLimit(.minutes(1))) func comeFromARunningClient() async throws {
        let cluster = try KafkaMockCluster()
        let (statistics, continuation) = AsyncStream.makeStream(of: KafkaStatistics.self)
        var configuration = cluster.configuration()
        configuration.statisticsInterval = .milliseconds(50)
        configuration.onStatistics = { continuation.yield($0) }
        let producer = try KafkaProducer(configuration)
        _ = try await producer.send([KafkaRecord("t", "a")])
        for await one in statistics where one.brokerStates.values.contains("UP") {
            #expect(one.client.hasPrefix("test#producer-"))
            #expect(one.bytesSent > 0)
            break
        }
        await producer.close()
    }

    @Test func areShownAsGaugesUntilTheClientGoes() throws {
        let factory = TestMetrics()
        do {
            let metrics = KafkaMetrics(factory: factory)
            for lag in [5, 2] {
                metrics.show(
                    KafkaStatistics(
                        client: "c", messageCount: 3, bytesSent: 10, bytesReceived: 20,
                        brokerStates: ["a:1/1": "UP", "b:1/2": "DOWN"], consumerLag: [KafkaTopicPartition("t", 4): lag],
                        brokers: KafkaBrokerFigures(requestsWaiting: 7, roundTrip: 0.5)))
            }
            let client = [("client", "c")]
            #expect(try factory.expectGauge("kafka_client_messages", client).lastValue == 3)
            #expect(try factory.expectGauge("kafka_client_sent_bytes", client).lastValue == 10)
            #expect(try factory.expectGauge("kafka_client_received_bytes", client).lastValue == 20)
            #expect(try factory.expectGauge("kafka_client_brokers_up", client).lastValue == 1)
            #expect(try factory.expectGauge("kafka_client_requests_waiting", client).lastValue == 7)
            #expect(try factory.expectGauge("kafka_client_round_trip_seconds", client).lastValue == 0.5)
            let place = client + [("topic", "t"), ("partition", "4")]
            #expect(try factory.expectGauge("kafka_consumer_lag", place).values == [5, 2])
        }
        #expect(factory.recorders.isEmpty)
    }

    @Test func aFailedAttemptToConnectIsNoErrorOfOurs() {
        #expect(KafkaClientNews.level(syslog: 3, facility: "FAIL") == .info)
        #expect(KafkaClientNews.level(syslog: 3, facility: "FETCH") == .error)
    }

    @Test func aFatalErrorIsSaidOnceByTheErrorItself() {
        #expect(KafkaClientNews.level(syslog: 0, facility: "FATAL") == .notice)
    }

    @Test(arguments: [
        (Int32(0), Logger.Level.critical), (2, .critical), (3, .error), (4, .warning), (5, .notice), (6, .info),
        (7, .debug),
    ])
    func syslogLevelsBecomeOurs(syslog: Int32, level: Logger.Level) {
        #expect(KafkaClientNews.level(syslog: syslog) == level)
    }
}
