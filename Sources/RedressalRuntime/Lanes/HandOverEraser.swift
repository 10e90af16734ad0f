import Logging
import Redressal

/// Destroys the keys of what ordinary offices wrote down about a case that went on in a lane (ADR 0023 D6).
///
/// Run it in more processes: one of them works, another takes over. What was begun and not noted is done again, which changes nothing.
package final class HandOverEraser: Sendable {
    /// The most cases looked after at a time.
    private static let most = 100

    private let store: HandOverStore
    private let views: any CaseViews
    private let vault: Vault
    private let catalog: @Sendable () -> DefinitionCatalog
    private let worker: LoneWorker

    /// - Parameters:
    ///   - catalog: Says which workflows are in a lane.
    ///   - resting: What it waits by.
    ///   - join: Joins the group of erasers, which shares one place.
    package init(
        store: HandOverStore, views: any CaseViews, vault: Vault, catalog: @escaping @Sendable () -> DefinitionCatalog,
        resting: any Clock<Duration> = ContinuousClock(), logger: Logger,
        join: @escaping @Sendable () async throws -> any Membership
    ) {
        self.store = store
        self.views = views
        self.vault = vault
        self.catalog = catalog
        self.worker = LoneWorker(
            task: "erasing what was handed over", resting: resting, logger: logger, join: join)
    }

    /// Runs until the task is cancelled, then gives its place to another.
    package func run() async throws { try await self.worker.run { try await self.step() > 0 } }

    /// Looks after the cases that were handed over lately.
    ///
    /// - Returns: How many were settled.
    package func step() async throws -> Int {
        let catalog = self.catalog()
        let lanes = catalog.workflows.filter { $0.lane != nil }.map(\.name)
        guard !lanes.isEmpty else { return 0 }
        var settled = 0
        for id in try await self.store.open(into: lanes, most: Self.most) where !Task.isCancelled {
            if try await self.settle(id, catalog, lanes) { settled += 1 }
        }
        return settled
    }

    /// - Returns: Whether it could be: the case in the lane has to be there first.
    private func settle(_ id: CaseID, _ catalog: DefinitionCatalog, _ lanes: [String]) async throws -> Bool {
        guard let state = try await self.views.find(id.text), let link = catalog.handOver(of: state),
            try await self.views.find(link.case.text) != nil
        else { return false }
        let subjects = try await self.views.timeline(of: id).sealingSubjects
        var kept = 0
        for subject in subjects {
            let isNeeded = try await self.store.isNamedElsewhere(
                subject, in: catalog.subjectFields, besides: id, lanes: lanes)
            if isNeeded { kept += 1 } else { try await self.vault.destroy(subject) }
        }
        try await self.store.settle(id, destroyed: subjects.count - kept, kept: kept)
        return true
    }
}
