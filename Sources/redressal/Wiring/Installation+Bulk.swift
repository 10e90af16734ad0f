import Redressal
import RedressalRuntime

extension Installation {
    /// Carries out orders for many cases; of all processes one does.
    ///
    /// - Parameter rate: The most cases a second.
    func bulkRunner(_ gateway: any CommandGateway, rate: Double) -> BulkRunner {
        let (definitions, clock) = (self.definitions, self.clock)
        return BulkRunner(
            store: BulkStore(pool: self.pool), views: self.views, gateway: gateway,
            catalog: { definitions.catalog() },
            announce: { try await definitions.announce($0, by: $1, at: clock.now()) },
            clock: clock, pace: BulkPace(rate: rate), logger: self.logger,
            join: self.membership(group: "redressal-bulk", partitions: 1))
    }
}
