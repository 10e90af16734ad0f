/// Where orders for many cases lie, with what became of each case.
package protocol BulkDesk: Sendable {
    /// Takes an order in; asked again with the same id, it changes nothing.
    ///
    /// - Returns: What lies under the id: this order, or another one that came first.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func ask(_ request: BulkRequest) async throws -> BulkRequest

    /// An order with its counts.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func find(_ id: String) async throws -> BulkRequest?

    /// The latest orders first, without their counts.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func latest(limit: Int) async throws -> [BulkRequest]

    /// Cases of an order, by their numbers.
    ///
    /// - Parameters:
    ///   - fate: Only those with it; nil for all.
    ///   - number: Right after which one; 0 for the first.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func items(of id: String, _ fate: BulkRequest.Fate?, after number: Int, limit: Int) async throws -> [BulkItem]

    /// Lets an order that waits begin.
    ///
    /// - Returns: Whether it was waiting, for somebody else than who asked.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func approve(_ id: String, by user: String, at now: Instant) async throws -> Bool

    /// Ends an order; what is done stays done.
    ///
    /// - Returns: Whether it was not over yet.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func cancel(_ id: String, by user: String, at now: Instant) async throws -> Bool
}
