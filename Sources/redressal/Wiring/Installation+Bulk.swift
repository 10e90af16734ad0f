import Redressal
import RedressalRuntime

extension Installation {
    /// Carries out orders for many cases; of all processes one does.
    ///
    /// - Parameter rate: The most cases a second.
    func bulkRunner(_ gateway: any CommandGateway, rate: Double) -> BulkRunner {
        let (installation, definitions, clock) = (self, self.definitions, self.clock)
        return BulkRunner(
            store: BulkStore(pool: self.pool), views: self.views, gateway: gateway,
            catalog: { definitions.catalog() },
            announce: { holiday, user in
                try await definitions.announce(holiday, by: user, at: clock.now()) { new, step in
                    let facts = new.map { AccessFact.publicationOrdered(PublicationOrdered(step, $0, isHoliday: true)) }
                    try await installation.record(facts, by: Reader(account: user, kind: .person))
                }
            },
            clock: clock, pace: BulkPace(rate: rate), logger: self.logger,
            join: self.membership(group: "redressal-bulk", partitions: 1))
    }
}
