import CoreMetrics
import Hummingbird

/// What those who watch over a process are told, and by whom.
package struct Observation: Sendable {
    /// What `/health/live` asks: a part that fails cannot be mended but by starting the process anew.
    package var liveness: [ReadinessCheck] = []
    /// What `/health/ready` asks.
    package var readiness: [ReadinessCheck] = []
    /// The page that `/metrics` shows, and its media type; nil for none.
    package var metrics: (page: @Sendable () -> String, mediaType: String)?
    /// Where requests are counted.
    package var factory: any MetricsFactory = NOOPMetricsHandler.instance

    package init() {}

    /// Adds `/health/live`, `/health/ready` and `/metrics`.
    func add(to router: Router<some RequestContext>) {
        HealthRoutes(self).add(to: router)
        if let metrics { MetricsRoute(page: metrics.page, mediaType: metrics.mediaType).add(to: router) }
    }
}
