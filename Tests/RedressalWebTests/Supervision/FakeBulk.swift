import Redressal
import Synchronization

/// Orders in memory; their cases are what a test says.
final class FakeBulk: BulkDesk, Sendable {
    private let orders = Mutex<[BulkRequest]>([])

    /// The orders there are, in the order in which they were asked for.
    var all: [BulkRequest] { self.orders.withLock { $0 } }

    /// Completes an order's preview.
    func preview(_ id: String, _ counts: [BulkRequest.Count]) {
        _ = self.change(id) { request in
            request.standing = .waiting
            request.counts = counts
            return true
        }
    }

    func ask(_ request: BulkRequest) async throws -> BulkRequest {
        self.orders.withLock { orders in
            if let first = orders.first(where: { $0.id == request.id }) { return first }
            orders.append(request)
            return request
        }
    }

    func find(_ id: String) async throws -> BulkRequest? { self.all.first { $0.id == id } }

    func latest(limit: Int) async throws -> [BulkRequest] { Array(self.all.reversed().prefix(limit)) }

    func items(
        of id: String, _ fate: BulkRequest.Fate?, after number: Int, limit: Int
    ) async throws -> [BulkItem] {
        let items = (1...3).map { BulkItem(number: $0, case: CaseID("case-\($0)"), fate: .taken) }
        return Array(items.filter { $0.number > number && fate ?? .taken == $0.fate }.prefix(limit))
    }

    func approve(_ id: String, by user: String, at now: Instant) async throws -> Bool {
        self.change(id) { request in
            guard request.standing == .waiting, request.askedBy != user else { return false }
            (request.standing, request.approvedBy, request.approved) = (.running, user, now)
            return true
        }
    }

    func cancel(_ id: String, by user: String, at now: Instant) async throws -> Bool {
        self.change(id) { request in
            guard request.standing != .done, request.standing != .cancelled else { return false }
            (request.standing, request.endedBy, request.ended) = (.cancelled, user, now)
            return true
        }
    }

    private func change(_ id: String, _ body: (inout BulkRequest) -> Bool) -> Bool {
        self.orders.withLock { orders in
            guard let index = orders.firstIndex(where: { $0.id == id }) else { return false }
            return body(&orders[index])
        }
    }
}
