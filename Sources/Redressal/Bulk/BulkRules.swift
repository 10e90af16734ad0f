/// Who may ask for an order and who may approve it, and what speaks against doing it to a case.
package struct BulkRules: Sendable {
    let catalog: DefinitionCatalog
    private let now: Instant

    package init(_ catalog: DefinitionCatalog, at now: Instant) {
        self.catalog = catalog
        self.now = now
    }

    /// - Throws: ``Rejection`` when somebody may not ask for this, or when it cannot be asked for.
    package func checkAsking(_ order: BulkOrder, by user: String) throws(Rejection) {
        try self.checkOrder(order)
        guard Sight(of: user, self.catalog, at: self.now).supervises else { throw Self.notTheirs }
        _ = try self.checkRole(order, of: user)
        try self.checkReach(of: order, by: user)
    }

    /// A second person approves: who supervises too, holds a role that could do it, covers all the offices, and neither is whoever asked nor
    /// stands in for them, nor they for them.
    ///
    /// - Throws: ``Rejection``.
    package func checkApproving(_ request: BulkRequest, by user: String) throws(Rejection) {
        let org = self.catalog.org
        guard user != request.askedBy, !org.principals(of: user, at: self.now).contains(request.askedBy),
            !org.principals(of: request.askedBy, at: self.now).contains(user)
        else {
            throw Rejection(
                .samePerson, "expected a second person to approve but it is who asked, or stands in for them")
        }
        guard Sight(of: user, self.catalog, at: self.now).supervises else { throw Self.notTheirs }
        try self.checkReach(of: request.order, by: user)
        let own = try self.checkRole(request.order, of: user)
        let wanted = request.order.offices(
            among: Sight(of: request.askedBy, self.catalog, at: self.now).offices, org)
        guard Set(wanted).isSubset(of: own) else {
            throw Rejection(
                .outsideJurisdiction, "expected posts that cover every office of the order but there are others")
        }
    }

    /// Whether somebody may look at an order: who asked for it, and who sees all of its offices and supervises.
    package func mayLook(_ request: BulkRequest, _ user: String) -> Bool {
        if user == request.askedBy { return true }
        let sight = Sight(of: user, self.catalog, at: self.now)
        guard sight.supervises || sight.isAuditor else { return false }
        let wanted = request.order.offices(
            among: Sight(of: request.askedBy, self.catalog, at: self.now).offices, self.catalog.org)
        return Set(wanted).isSubset(of: sight.offices)
    }

    /// As whom an order is done to a case, if it can be done now: decided as the engine will decide it.
    ///
    /// - Throws: ``Rejection`` with what speaks against it.
    package func actor(for order: BulkOrder, by user: String, on state: CaseState) throws(Rejection) -> Actor {
        guard Sight(of: user, self.catalog, at: self.now).sees(state) else {
            throw Rejection(.outsideJurisdiction, "expected a case in sight of '\(user)' but found another")
        }
        var refusal: Rejection?
        for role in self.roles(of: order, on: state) {
            guard let actor = try? self.catalog.org.actor(user, in: role, for: state.office, at: self.now) else {
                continue
            }
            do throws(Rejection) {
                try self.tryOut(order, by: actor, on: state)
                return actor
            } catch {
                refusal = refusal ?? error
            }
        }
        throw refusal ?? Self.notTheirs
    }

    /// Who has a day off announced supervises every office that it is for.
    private func checkReach(of order: BulkOrder, by user: String) throws(Rejection) {
        guard let calendar = order.holiday?.calendar else { return }
        let offices = self.catalog.supervisedOffices(of: calendar)
        let own = Sight(of: user, self.catalog, at: self.now).supervised(among: offices)
        guard !own.isEmpty, own == offices else {
            throw Rejection(
                .outsideJurisdiction,
                "expected somebody who supervises every office of the calendar \(calendar) but \(offices.count - own.count) of them "
                    + "are out of reach", field: "holiday")
        }
    }

    private func tryOut(_ order: BulkOrder, by actor: Actor, on state: CaseState) throws(Rejection) {
        let decider = Decider(DecisionContext(catalog: self.catalog, now: self.now, epoch: 0))
        let trial = Command(
            id: CommandID("bulk"), case: state.id, actor: actor, channel: "bulk", occurred: self.now,
            request: order.request)
        let decision = try decider.decide(trial, on: state)
        guard order.action != nil || !decision.written.isEmpty else {
            throw Rejection(.noDeadline, "expected a clock on an older calendar but found none")
        }
    }

    /// The offices' roles that may do it where a case stands; for clocks any role that the workflow has.
    private func roles(of order: BulkOrder, on state: CaseState) -> [String] {
        guard let workflow = self.catalog.workflow(state.workflow) else { return [] }
        let actions = order.action.map { workflow.actions(named: ActionName($0)) } ?? workflow.actions
        return self.roles(of: actions, in: workflow)
    }

    private func roles(of actions: [Action], in workflow: WorkflowDefinition) -> [String] {
        var roles: [String] = []
        for role in actions.flatMap(\.by) where role != .system && workflow.parties[role] == nil {
            if !roles.contains(role.rawValue) { roles.append(role.rawValue) }
        }
        return roles
    }

    /// - Returns: The offices that the posts with such a role reach.
    private func checkRole(_ order: BulkOrder, of user: String) throws(Rejection) -> Set<String> {
        let org = self.catalog.org
        let workflows = order.workflow.map { [$0] } ?? self.catalog.workflowNames
        let roles = Set(
            workflows.compactMap { self.catalog.workflow(named: $0) }.flatMap { workflow in
                self.roles(
                    of: order.action.map { workflow.actions(named: ActionName($0)) } ?? workflow.actions, in: workflow)
            })
        let posts = org.posts(of: user, at: self.now).filter { !roles.isDisjoint(with: $0.roles) }
        guard !posts.isEmpty else { throw Self.notTheirs }
        return Set(org.officeIDs.filter { office in posts.contains { org.reaches(office, $0) } })
    }

    private static let notTheirs = Rejection(
        .notThisRole, "expected a post whose role may do this but found none")
}
