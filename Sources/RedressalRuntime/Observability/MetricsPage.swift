import Postgres
import Redressal

/// What is shown when somebody asks for the process's metrics: figures of the moment, from memory.
package struct MetricsPage: Sendable {
    private let registry: MetricsRegistry
    private let telemetry: Telemetry
    private let sampler: MetricsSampler
    private let pools: [(name: String, pool: PostgresPool)]

    /// - Parameters:
    ///   - log: Its pool of connections is shown when it has one.
    ///   - pool: The read models' pool.
    ///   - version: The program's.
    package init(
        _ registry: MetricsRegistry, _ telemetry: Telemetry, _ sampler: MetricsSampler, pool: PostgresPool,
        log: any Log, version: String
    ) {
        self.registry = registry
        self.telemetry = telemetry
        self.sampler = sampler
        self.pools = [("read", pool)] + ((log as? PostgresLog).map { [("log", $0.pool)] } ?? [])
        registry.show(.build, [(MetricLabel.version.name, version)], 1)
    }

    /// The page in Prometheus' text format.
    package func text() -> String {
        for (name, pool) in self.pools {
            let usage = pool.usage
            let label = [(MetricLabel.pool.name, name)]
            self.registry.show(.poolSize, label, Double(usage.size))
            self.registry.show(.poolInUse, label, Double(usage.inUse))
            self.registry.show(.poolWaiting, label, Double(usage.waiting))
        }
        self.registry.show(.loops, [], Double(self.telemetry.loops.count))
        self.registry.show(
            .stuckLoops, [], Double(self.telemetry.loops.late(after: LoopWatch.aliveWithin).count))
        self.registry.show(.sampleAge, [], self.sampler.age.inSeconds)
        ProcessFigures.read()?.show(in: self.registry)
        return self.registry.text()
    }
}

extension Duration {
    /// In seconds, with a fraction.
    var inSeconds: Double {
        Double(self.components.seconds) + Double(self.components.attoseconds) / 1e18
    }
}
