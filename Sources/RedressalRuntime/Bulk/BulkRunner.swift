import Logging
import Redressal

/// Carries out orders for many cases: looks at each for the preview, and once approved does each once.
///
/// Run it in more processes: one of them works, another takes over. What was sent is told by the command's id, so that a
/// runner that was killed goes on without doing any case twice.
package final class BulkRunner: Sendable {
    let store: BulkStore
    let views: any CaseViews
    let gateway: any CommandGateway
    let catalog: @Sendable () -> DefinitionCatalog
    /// Publishes a calendar with a day off more, under somebody's name, unless it has it already.
    let announce: @Sendable (AnnouncedHoliday, String) async throws -> Void
    let clock: any WallClock
    let pace: BulkPace
    let resting: any Clock<Duration>
    private let worker: LoneWorker

    /// - Parameters:
    ///   - catalog: Says which definitions are in force.
    ///   - announce: Publishes a calendar with a day off more, under somebody's name, unless it has it already.
    ///   - resting: What it waits by.
    ///   - join: Joins the group of runners, which shares one place.
    package init(
        store: BulkStore, views: any CaseViews, gateway: any CommandGateway,
        catalog: @escaping @Sendable () -> DefinitionCatalog,
        announce: @escaping @Sendable (AnnouncedHoliday, String) async throws -> Void, clock: any WallClock,
        pace: BulkPace = BulkPace(),
        resting: any Clock<Duration> = ContinuousClock(), logger: Logger,
        join: @escaping @Sendable () async throws -> any Membership
    ) {
        self.store = store
        self.views = views
        self.gateway = gateway
        self.catalog = catalog
        self.announce = announce
        self.clock = clock
        self.pace = pace
        self.resting = resting
        self.worker = LoneWorker(task: "orders for many cases", resting: resting, logger: logger, join: join)
    }

    /// Runs until the task is cancelled, then gives its place to another.
    package func run() async throws { try await self.worker.run { try await self.step() } }

    /// Does a piece of each order that is open, so that a long one keeps no short one waiting.
    ///
    /// - Returns: Whether there was anything to do.
    package func step() async throws -> Bool {
        let open = try await self.store.open()
        for (request, isCollected) in open where !Task.isCancelled {
            switch request.standing {
            case .counting: try await self.look(at: request, isCollected: isCollected)
            case .running: try await self.carryOut(request)
            case .waiting, .done, .cancelled: break
            }
        }
        return !open.isEmpty
    }
}
