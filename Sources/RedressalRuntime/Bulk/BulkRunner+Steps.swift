import Redressal

extension BulkRunner {
    /// Looks at some cases of an order for its preview.
    func look(at request: BulkRequest, isCollected: Bool) async throws {
        let (catalog, now) = (self.catalog(), self.clock.now())
        if !isCollected {
            var filter = CaseFilter()
            Sight(of: request.askedBy, catalog, at: now).narrow(&filter)
            let offices = request.order.offices(among: filter.offices ?? [], catalog.org)
            try await self.store.collect(request, offices: offices, hidden: filter.hiddenRespondents)
        }
        let rules = BulkRules(request.order.rules(catalog), at: now)
        let found = try await self.store.states(of: request.id, .found, limit: BulkPace.looking)
        guard !found.isEmpty else {
            return try await self.store.move(request.id, from: .counting, to: .waiting, at: now)
        }
        // What went on in a lane is no case to anybody who orders.
        let isMeant = { (state: CaseState) in request.order.matches(state) && !catalog.isHandedOver(state) }
        let (meant, others) = (found.filter { isMeant($0.state) }, found.filter { !isMeant($0.state) })
        try await self.store.drop(others.map(\.number), of: request.id)
        let items = meant.map { number, state in
            do throws(Rejection) {
                _ = try rules.actor(for: request.order, by: request.askedBy, on: state)
                return BulkItem(number: number, case: state.id, fate: .taken)
            } catch {
                return BulkItem(number: number, case: state.id, fate: .leftOut, reason: error.code.rawValue)
            }
        }
        try await self.store.write(items, of: request.id)
    }

    /// Does an order to some of its cases, and rests so that others are not kept waiting.
    func carryOut(_ request: BulkRequest) async throws {
        // Before any case, and once: engines know of it when they decide what is sent after it.
        if let holiday = request.order.holiday {
            try await self.announce(holiday, request.approvedBy ?? request.askedBy)
        }
        let start = ContinuousClock.now
        let most = max(1, min(BulkPace.inFlight, Int(self.pace.rate)))
        let next = try await self.store.states(of: request.id, .taken, limit: most)
        guard !next.isEmpty else {
            return try await self.store.move(request.id, from: .running, to: .done, at: self.clock.now())
        }
        let items = try await self.apply(request, to: next)
        try await self.store.write(items, of: request.id)
        try await self.resting.sleep(for: self.pace.rest(after: next.count, taking: start.duration(to: .now)))
    }

    private func apply(
        _ request: BulkRequest, to cases: [(number: Int, state: CaseState)]
    ) async throws -> [BulkItem] {
        let now = self.clock.now()
        let rules = BulkRules(self.catalog(), at: now)
        var items: [BulkItem] = []
        var sent: [(number: Int, command: Command)] = []
        for (number, state) in cases {
            let id = CommandID.bulk(request.id, on: state.id)
            // Asked after its state was read: a state that has the order's mark shows here that it has.
            if try await self.views.isDone(id, on: state.id) {
                items.append(BulkItem(number: number, case: state.id, fate: .done, seq: state.seq))
                continue
            }
            do throws(Rejection) {
                let actor = try rules.actor(for: request.order, by: request.askedBy, on: state)
                let command = Command(
                    id: id, case: state.id, actor: actor, channel: "bulk", occurred: now,
                    request: request.order.request)
                sent.append((number, command))
            } catch {
                items.append(
                    BulkItem(number: number, case: state.id, fate: .refused, reason: error.code.rawValue))
            }
        }
        let outcomes = sent.isEmpty ? [] : try await self.gateway.submit(sent.map { CommandDraft($0.command) })
        for ((number, command), outcome) in zip(sent, outcomes) {
            items.append(
                BulkItem(
                    number: number, case: command.case, fate: outcome.rejection == nil ? .done : .refused,
                    reason: outcome.rejection?.code.rawValue, seq: outcome.rejection == nil ? outcome.seq : nil))
        }
        return items
    }
}
