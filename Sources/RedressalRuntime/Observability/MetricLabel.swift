/// A label of a metric, with all the values it may have; whatever else somebody puts there is shown as `other`.
///
/// So no name, number, case id or text can become a label, and there are only so many series.
package struct MetricLabel: Hashable, Sendable {
    /// Which values there are.
    enum Values: Hashable, Sendable {
        case among(Set<String>)
        /// The number of a partition.
        case partition
        /// A path template of the routes declared to the registry.
        case route
        /// librdkafka's name of one of our clients.
        case kafkaClient
        /// A release: three numbers with dots between.
        case release
        /// One of our topics, with whatever prefix the installation gave them.
        case kafkaTopic
    }

    /// What stands for every value that is not allowed.
    package static let other = "other"

    package let name: String
    let values: Values

    init(_ name: String, _ values: Values) {
        self.name = name
        self.values = values
    }

    init(_ name: String, _ values: some Sequence<String>) { self.init(name, .among(Set(values))) }

    /// The value as it is shown.
    ///
    /// - Parameter routes: The path templates that exist.
    package func shown(_ value: String, routes: Set<String>) -> String {
        self.allows(value, routes: routes) ? value : Self.other
    }

    private func allows(_ value: String, routes: Set<String>) -> Bool {
        switch self.values {
        case .among(let values): values.contains(value)
        case .partition: value.utf8.count <= 4 && Int(value).map { "\($0)" == value && $0 >= 0 } ?? false
        case .route: routes.contains(value)
        case .kafkaClient: Self.isKafkaClient(value)
        case .release: Self.isRelease(value)
        case .kafkaTopic: Self.topics.contains { value.hasSuffix($0) }
        }
    }

    /// `redressal#producer-3`: how librdkafka numbers the clients of one name.
    private static func isKafkaClient(_ value: String) -> Bool {
        let parts = value.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, ["redressal", "redressal-admin"].contains(parts[0]) else { return false }
        let kind = parts[1].split(separator: "-", omittingEmptySubsequences: false)
        guard kind.count == 2, ["producer", "consumer"].contains(kind[0]) else { return false }
        return kind[1].utf8.count <= 7 && kind[1].allSatisfy(\.isNumber)
    }

    private static func isRelease(_ value: String) -> Bool {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { 1...3 ~= $0.utf8.count && Int($0) != nil }
    }
}
