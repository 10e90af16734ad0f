import Redressal
import RedressalRuntime

extension Installation {
    /// Carries out orders for many cases; of all processes one does.
    ///
    /// - Parameter rate: The most cases a second.
    func bulkRunner(_ gateway: any CommandGateway, rate: Double) -> BulkRunner {
        let definitions = self.definitions
        return BulkRunner(
            store: BulkStore(pool: self.pool), views: self.views, gateway: gateway,
            catalog: { definitions.catalog() }, clock: self.clock, pace: BulkPace(rate: rate), logger: self.logger,
            join: self.membership(group: "redressal-bulk", partitions: 1))
    }
}
