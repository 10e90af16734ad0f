import Foundation
import Redressal
import RedressalTesting
import Synchronization
import Testing

@testable import RedressalRuntime

/// Nothing personal can become a label: every label has a closed set of values.
@Suite struct MetricLabelTests {
    /// Names, numbers, addresses, ids and words that people say.
    private static let personal = [
        "Ayesha Khan", "ayesha", "سمینہ", "u-281", "kp-bhu-1", "03001234567", "+923001234567", "35202-1234567-1",
        "3520212345671", "9f590446-08e1-8536-8c9c-d8da4a0ba81a", "F2ZQ-B7K3-PZXC", "/cases/F2ZQ-B7K3-PZXC",
        "/cases/ayesha", "There is no medicine", "a@b.example", "192.168.1.20", "12345", "03001", "-3", "٣", "",
        "redressal#producer-03001234567", "ayesha#producer-1", "1.2.3.4", "0300.1234.567", "accepted\nx",
    ]

    @Test(arguments: MetricCatalogue.all) func noMetricTakesAnythingPersonal(_ metric: MetricDefinition) {
        let registry = MetricsRegistry()
        registry.declare(routes: ["/cases/{case}", "/metrics"])
        for text in Self.personal {
            _ = registry.cell(metric.name, metric.labels.map { ($0.name, text) })
        }
        // Also not as a label that the metric does not have.
        _ = registry.cell(metric.name, [("case", "Ayesha Khan"), ("user", "03001234567")])
        let series = registry.state.withLock { Array($0.cells.keys) }
        #expect(series == [MetricsRegistry.Series(name: metric.name, values: metric.labels.map { _ in "other" })])
    }

    @Test func everyMetricNamesItsLabelsOnceAndNoneForPeople() {
        let known: Set<String> = [
            "partition", "projection", "outcome", "code", "reason", "pool", "method", "route", "status", "version",
            "client", "topic",
        ]
        for metric in MetricCatalogue.all {
            let names = metric.labels.map(\.name)
            #expect(Set(names).count == names.count, "\(metric.name)")
            #expect(known.isSuperset(of: names), "\(metric.name) has labels \(names)")
        }
    }

    @Test func whatIsAllowedIsShownAsItIs() {
        let routes: Set = ["/cases/{case}"]
        #expect(MetricLabel.partition.shown("11", routes: []) == "11")
        #expect(MetricLabel.code.shown("not_in_this_state", routes: []) == "not_in_this_state")
        #expect(MetricLabel.code.shown("no_answer", routes: []) == "no_answer")
        #expect(MetricLabel.route.shown("/cases/{case}", routes: routes) == "/cases/{case}")
        #expect(MetricLabel.route.shown("/cases/{case}", routes: []) == "other")
        #expect(MetricLabel.kafkaClient.shown("redressal#producer-12", routes: []) == "redressal#producer-12")
        #expect(MetricLabel.kafkaTopic.shown("kp.events", routes: []) == "kp.events")
        #expect(MetricLabel.version.shown("0.1.0", routes: []) == "0.1.0")
    }

    @Test func namesAreOfTheFieldAndOnlyOnce() throws {
        let name = /(redressal|kafka|process)(_[a-z]+)+/
        for metric in MetricCatalogue.all {
            #expect(metric.name.wholeMatch(of: name) != nil, "\(metric.name)")
            #expect(metric.name.hasSuffix("_total") == (metric.kind == .counter), "\(metric.name)")
            #expect(metric.buckets == metric.buckets.sorted(), "\(metric.name)")
            #expect(metric.buckets.isEmpty == (metric.kind != .histogram), "\(metric.name)")
            #expect(metric.help.hasSuffix("."), "\(metric.name)")
        }
        #expect(MetricCatalogue.byName.count == MetricCatalogue.all.count)
    }

    /// docs/observability.md has a row for every metric, as the catalogue has it, and for no other.
    @Test func thePageTellsOfEveryMetric() throws {
        let page = try String(contentsOf: Setting.home.appending(path: "docs/observability.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("_") }
        let wanted = MetricCatalogue.all.map { metric in
            let labels = metric.labels.map { "`\($0.name)`" }.joined(separator: ", ")
            return "| `\(metric.name)` | \(metric.kind.rawValue) | \(labels.isEmpty ? "–" : labels) | \(metric.help) |"
        }
        #expect(Set(rows.map(String.init)) == Set(wanted))
        #expect(rows.count == wanted.count)
    }
}
