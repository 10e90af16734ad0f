import Redressal
import Testing

@testable import RedressalRuntime

@Suite struct KafkaTopicRuleTests {
    @Test(arguments: Topic.allCases, [1, 2, 3])
    func whatItMakesIsWhatItAccepts(_ topic: Topic, _ replication: Int) throws {
        let rule = KafkaTopicRule(topic: topic, replication: replication)
        try rule.check(rule.settings, name: "t")
    }

    @Test(arguments: [
        (Topic.events, ["cleanup.policy": "compact,delete"], "cleanup.policy=delete"),
        (.outcomes, ["cleanup.policy": "compact"], "cleanup.policy=delete"),
        (.commands, ["retention.ms": "604800000"], "retention.ms=-1"),
        (.definitions, ["retention.bytes": "1000"], "retention.bytes=-1"),
        (.events, ["unclean.leader.election.enable": "true"], "unclean.leader.election.enable=false"),
        (.events, ["max.message.bytes": "500000"], "max.message.bytes of 1000000 or more"),
        (.events, ["min.insync.replicas": "1"], "min.insync.replicas of 2 or more"),
        (.events, ["min.insync.replicas": "4"], "min.insync.replicas of at most 3"),
    ])
    func refusesWhatWouldLoseRecordsAndNamesIt(_ topic: Topic, _ change: [String: String], _ expected: String) throws {
        let rule = KafkaTopicRule(topic: topic, replication: 3)
        let settings = rule.settings.merging(change) { $1 }
        let error = try #require(throws: LogError.self) { try rule.check(settings, name: "office.\(topic)") }
        #expect(error.code == .unsafeSetting)
        #expect(error.message.hasPrefix("expected topic office.\(topic) to have \(expected) but found "))
    }

    @Test func answersMayGoAfterADay() throws {
        let rule = KafkaTopicRule(topic: .outcomes, replication: 1)
        #expect(rule.settings["retention.ms"] == "86400000")
        try rule.check(["retention.ms": "1000", "retention.bytes": "5"], name: "t")
    }
}
