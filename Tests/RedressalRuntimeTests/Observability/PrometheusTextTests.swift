import CoreMetrics
import Testing

@testable import RedressalRuntime

/// The text that Prometheus fetches, character by character.
@Suite struct PrometheusTextTests {
    private static func registry() -> MetricsRegistry {
        let definitions = [
            MetricDefinition(
                "b_total", .counter, "Lines\nand back\\slashes.", [MetricLabel("kind", ["x", "y\"\\\n"])]),
            MetricDefinition("a_bytes", .gauge, "A gauge."),
            MetricDefinition("c_seconds", .histogram, "A histogram.", [.partition], buckets: [0.005, 1, 2.5]),
            MetricDefinition("d_unused", .gauge, "Nobody shows it."),
        ]
        return MetricsRegistry(Dictionary(uniqueKeysWithValues: definitions.map { ($0.name, $0) }))
    }

    @Test func isInAnOrderThatStays() {
        let registry = Self.registry()
        Counter(label: "b_total", dimensions: [("kind", "y\"\\\n")], factory: registry).increment(by: 2)
        Counter(label: "b_total", dimensions: [("kind", "x")], factory: registry).increment()
        Gauge(label: "a_bytes", factory: registry).record(0.25)
        let timer = CoreMetrics.Timer(label: "c_seconds", dimensions: [("partition", "3")], factory: registry)
        for milliseconds in [5, 900, 1000, 7000] { timer.recordMilliseconds(milliseconds) }
        let text = #"""
            # HELP a_bytes A gauge.
            # TYPE a_bytes gauge
            a_bytes 0.25
            # HELP b_total Lines\nand back\\slashes.
            # TYPE b_total counter
            b_total{kind="x"} 1
            b_total{kind="y\"\\\n"} 2
            # HELP c_seconds A histogram.
            # TYPE c_seconds histogram
            c_seconds_bucket{partition="3",le="0.005"} 1
            c_seconds_bucket{partition="3",le="1"} 3
            c_seconds_bucket{partition="3",le="2.5"} 3
            c_seconds_bucket{partition="3",le="+Inf"} 4
            c_seconds_sum{partition="3"} 8.905
            c_seconds_count{partition="3"} 4

            """#
        #expect(registry.text() == text)
        #expect(registry.text() == text)
    }

    @Test(arguments: [
        (0, "0"), (-3, "-3"), (1e15, "1000000000000000"), (0.1, "0.1"), (1e-5, "1e-05"), (1e300, "1e+300"),
        (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"),
    ])
    func writesNumbersAsPrometheusReadsThem(_ number: Double, _ text: String) {
        #expect(PrometheusText.number(number) == text)
    }

    @Test func whatTheCatalogueDoesNotHaveGoesNowhere() {
        let registry = Self.registry()
        Counter(label: "stranger_total", factory: registry).increment()
        // Another kind than the catalogue says.
        Counter(label: "a_bytes", factory: registry).increment()
        CoreMetrics.Timer(label: "b_total", dimensions: [("kind", "x")], factory: registry).recordSeconds(1)
        Gauge(label: "c_seconds", dimensions: [("partition", "1")], factory: registry).record(1)
        #expect(registry.text() == "")
    }

    @Test func aGaugeThatIsDestroyedIsShownNoMore() {
        let registry = Self.registry()
        let gauge = Gauge(label: "a_bytes", factory: registry)
        gauge.record(1)
        #expect(registry.text().contains("a_bytes 1\n"))
        gauge.destroy()
        #expect(registry.text() == "")
    }

    @Test func whatCannotBeToldIsLeftOut() {
        let registry = Self.registry()
        let metric = MetricDefinition("a_bytes", .gauge, "A gauge.")
        registry.show(metric, [], 7)
        #expect(registry.text().contains("a_bytes 7\n"))
        registry.leaveOut([metric])
        #expect(registry.text() == "")
    }
}
