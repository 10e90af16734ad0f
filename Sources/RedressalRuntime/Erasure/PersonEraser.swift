import Redressal

/// Destroys the keys of the people whom a case is about, when one account has asked for it and another approves (ADR 0026).
package struct PersonEraser: Sendable {
    private let store: ErasureStore
    private let views: any CaseViews
    private let vault: Vault
    private let log: any AccessLog
    private let catalog: @Sendable () -> DefinitionCatalog
    private let clock: any WallClock
    private let ids: @Sendable () -> String

    /// - Parameter ids: Makes the ids of orders and of entries of the access log; each must be new.
    package init(
        store: ErasureStore, views: any CaseViews, vault: Vault, log: any AccessLog,
        catalog: @escaping @Sendable () -> DefinitionCatalog, clock: any WallClock,
        ids: @escaping @Sendable () -> String
    ) {
        self.store = store
        self.views = views
        self.vault = vault
        self.log = log
        self.catalog = catalog
        self.clock = clock
        self.ids = ids
    }

    /// Notes that somebody asks for it; nothing is destroyed yet.
    ///
    /// - Throws: ``ErasureRefusal``; ``LogError``, ``ViewsUnavailable`` and `PostgresError`, after which nothing was noted.
    package func ask(_ idOrReference: String, reason: String, by account: String) async throws -> Erasure {
        try ErasureRules.check(reason: reason)
        let (catalog, now) = (self.catalog(), self.clock.now())
        let state = try await self.views.find(idOrReference)
        let seat = try ErasureRules(catalog, at: now).asking(account, on: state)
        guard let state else { throw ErasureRefusal.noSuchCase }
        _ = try await self.subjects(of: state, catalog)
        let erasure = Erasure(id: self.ids(), case: state.id, reason: reason, askedBy: account, askedAt: now)
        try await self.record(erasure, .asked, by: account, seat)
        guard try await self.store.add(erasure) else {
            throw ErasureRefusal("expected a case without an order that waits but \(state.reference) has one")
        }
        return erasure
    }

    /// Approves an order and carries it out.
    ///
    /// What was approved and not done, because a process ended, is done by the same call again.
    ///
    /// - Throws: As ``ask(_:reason:by:)``.
    package func approve(_ id: String, by account: String) async throws -> Erasure {
        let (catalog, now) = (self.catalog(), self.clock.now())
        guard let erasure = try await self.store.erasure(id), let state = try await self.views.find(erasure.case.text)
        else { throw ErasureRefusal.noSuchCase }
        let seat = try ErasureRules(catalog, at: now).approving(account, erasure, on: state)
        guard erasure.doneAt == nil else { return erasure }
        let subjects = try await self.subjects(of: state, catalog)
        if erasure.approvedBy != account {
            guard erasure.approvedBy == nil else {
                throw ErasureRefusal("expected an order that waits but another account has approved it")
            }
            try await self.record(erasure, .approved, by: account, seat)
            guard try await self.store.approve(id, by: account, at: now) else {
                throw ErasureRefusal("expected an order that waits but another account has approved it")
            }
        }
        for subject in subjects { try await self.vault.destroy(subject) }
        try await self.record(erasure, .done, by: account, seat)
        try await self.store.finish(id, at: self.clock.now())
        return try await self.store.erasure(id) ?? erasure
    }

    /// Whose keys sealed anything of a case, also of what was written over since.
    ///
    /// - Throws: ``ErasureRefusal`` when another case that is open needs one of them.
    private func subjects(of state: CaseState, _ catalog: DefinitionCatalog) async throws -> [String] {
        let subjects = try await self.views.timeline(of: state.id).sealingSubjects
        let open = try await self.store.openCases(
            naming: subjects, in: catalog.subjectFields, besides: state.id)
        guard open.isEmpty else {
            throw ErasureRefusal(
                "expected all cases of the same person to be closed but open are \(open.joined(separator: ", "))")
        }
        return subjects
    }

    private func record(
        _ erasure: Erasure, _ step: ErasureOrdered.Step, by account: String, _ seat: Post?
    ) async throws(LogError) {
        let entry = AccessEntry(
            .erasureOrdered(ErasureOrdered(erasure, step)), by: Reader(account: account, kind: .person), through: seat,
            request: nil, id: self.ids(), at: self.clock.now(), self.catalog().org)
        try await self.log.record([entry])
    }
}
