import Redressal

/// A question to the access log: who came in, was turned away, or read personal data.
struct AccessInquiry: Sendable {
    static let parameters = ["case", "account", "from", "to", "cursor", "limit"]

    let entries: any AccessViews
    let cases: any CaseViews
    let witness: AccessWitness

    /// Entries, the latest first; that it was asked is an entry too, written before it is answered.
    ///
    /// - Parameter zone: The zone of days without one; nil takes instants alone.
    /// - Throws: ``Problem`` for who audits nothing, and for a parameter that cannot be read.
    func ask(_ query: Query, in zone: CalendarZone? = nil, by identity: Identity) async throws -> AccessPage {
        guard self.witness.catalog().org.holds(identity.account, .auditor, at: self.witness.clock.now()) else {
            throw Problem.notThisRole(.auditor)
        }
        let limit = try query.number("limit", in: 1...500) ?? 50
        let cursor = try query.text("cursor").map { text throws(Problem) in
            guard let cursor = AccessCursor(text) else {
                throw .malformed(
                    "expected the 'next' of the page before in 'cursor' but found another text", field: "cursor")
            }
            return cursor
        }
        let question = AccessQuestion(
            case: try await self.case(query.text("case")), account: query.text("account"),
            from: try query.day("from", in: zone), to: try query.day("to", in: zone, plus: 1))
        return try await self.ask(question, after: cursor, limit: limit, by: identity)
    }

    /// The same for a question that was read already, by somebody who may ask.
    func ask(
        _ question: AccessQuestion, after cursor: AccessCursor? = nil, limit: Int, by identity: Identity
    ) async throws -> AccessPage {
        try await self.witness.record(.accessLogRead(AccessLogRead(question)), by: Reader(identity))
        return try await self.entries.entries(question, after: cursor, limit: limit)
    }

    /// A case by its tracking number too; one that nobody knows finds nothing.
    private func `case`(_ idOrReference: String?) async throws -> CaseID? {
        guard let idOrReference else { return nil }
        return try await self.cases.find(idOrReference)?.id ?? CaseID(idOrReference)
    }
}
