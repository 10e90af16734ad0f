import HTTPTypes
import Redressal

/// Takes orders for many cases in, and says who may do what about them; the API and the pages both come here.
struct BulkCounter: Sendable {
    let desk: any BulkDesk
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock

    private var rules: BulkRules { BulkRules(self.catalog(), at: self.clock.now()) }

    /// - Throws: ``Problem`` for who may not ask, for an order that cannot be, or for an id that another order has.
    func ask(_ order: BulkOrder, as id: String, by account: String) async throws -> BulkRequest {
        do throws(Rejection) {
            try self.rules.checkAsking(order, by: account)
        } catch {
            throw Problem(error)
        }
        let request = try await self.desk.ask(
            BulkRequest(id: id, order: order, askedBy: account, asked: self.clock.now()))
        guard request.order == order, request.askedBy == account else {
            throw Problem(
                Rejection(
                    .commandReused, "expected the same order as before under this key but found another: take a new key"
                ))
        }
        return request
    }

    /// - Throws: ``Problem`` for an order that is not there, or none of theirs, which nobody can tell apart.
    func find(_ id: String, for account: String) async throws -> BulkRequest {
        guard let request = try await self.desk.find(id), self.rules.mayLook(request, account) else {
            throw Problem(.notFound, "unknown_order", "expected the id of an order for many cases but none here has it")
        }
        return request
    }

    /// The latest orders that somebody may look at.
    func latest(for account: String) async throws -> [BulkRequest] {
        let rules = self.rules
        return try await self.desk.latest(limit: 100).filter { rules.mayLook($0, account) }
    }

    /// Why somebody may not approve an order; nil when they may.
    func objection(to account: String, approving request: BulkRequest) -> Rejection? {
        do throws(Rejection) {
            try self.rules.checkApproving(request, by: account)
            return nil
        } catch {
            return error
        }
    }

    /// - Throws: ``Problem`` for who may not, or for an order that does not wait.
    func approve(_ id: String, by account: String) async throws -> BulkRequest {
        let request = try await self.find(id, for: account)
        if let objection = self.objection(to: account, approving: request) { throw Problem(objection) }
        // Sent twice, the first time counted.
        if request.approvedBy == account { return request }
        guard try await self.desk.approve(id, by: account, at: self.clock.now()) else {
            throw Problem(
                Rejection(
                    .notInThisState, "expected an order that waits for approval but it is \(request.standing.rawValue)")
            )
        }
        return try await self.find(id, for: account)
    }

    /// Whoever asked may end it, and whoever may approve it.
    ///
    /// - Throws: ``Problem`` for anybody else, or for an order that is over.
    func cancel(_ id: String, by account: String) async throws -> BulkRequest {
        let request = try await self.find(id, for: account)
        if account != request.askedBy, let objection = self.objection(to: account, approving: request) {
            throw Problem(objection)
        }
        if request.standing == .cancelled { return request }
        guard try await self.desk.cancel(id, by: account, at: self.clock.now()) else {
            throw Problem(
                Rejection(.notInThisState, "expected an order that is not over but it is \(request.standing.rawValue)"))
        }
        return try await self.find(id, for: account)
    }
}
