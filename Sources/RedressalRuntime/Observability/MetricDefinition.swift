/// What a metric is called, what it counts and which labels it has.
package struct MetricDefinition: Hashable, Sendable {
    /// The types of the Prometheus text format that we use.
    package enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    package let name: String
    package let kind: Kind
    /// One sentence for who reads it on a dashboard.
    package let help: String
    package let labels: [MetricLabel]
    /// The upper bounds of a histogram's buckets, rising, without the last one, which has none.
    package let buckets: [Double]

    init(
        _ name: String, _ kind: Kind, _ help: String, _ labels: [MetricLabel] = [], buckets: [Double] = []
    ) {
        self.name = name
        self.kind = kind
        self.help = help
        self.labels = labels
        self.buckets = buckets
    }

    /// A histogram of seconds.
    static func seconds(
        _ name: String, _ help: String, _ labels: [MetricLabel] = [], buckets: [Double] = Self.durations
    ) -> MetricDefinition {
        MetricDefinition(name, .histogram, help, labels, buckets: buckets)
    }

    /// From half a millisecond to a minute.
    static let durations = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
    /// From a tenth of a second to a day: what may be late for longer.
    static let delays = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 21600, 86400]
    /// From an hour to a quarter of a year: how long people have waited.
    static let ages: [Double] = [1, 4, 8, 24, 48, 72, 168, 336, 720, 1440, 2160].map { $0 * 3600 }
    /// From one to a thousand.
    static let sizes: [Double] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 80_000]
}
