/// Every metric there is: what is not in here is not shown.
package enum MetricCatalogue {
    package static let all: [MetricDefinition] =
        MetricDefinition.engine + MetricDefinition.worker + MetricDefinition.notifications + MetricDefinition.gateway
        + MetricDefinition.postgres + MetricDefinition.kafka + MetricDefinition.process

    package static let byName = Dictionary(uniqueKeysWithValues: Self.all.map { ($0.name, $0) })
}
