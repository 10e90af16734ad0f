import Redressal

/// A question to the access log: who came in, was turned away, or read personal data.
struct AccessInquiry: Sendable {
    static let parameters = ["case", "account", "from", "to", "cursor", "limit"]

    let entries: any AccessViews
    let cases: any CaseViews
    let witness: AccessWitness

    /// Entries, the latest first; that it was asked is an entry too, written before it is answered.
    ///
    /// Of a case that they may not see there are none, as of one that is not there.
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
        let name = query.text("case")
        let pace = EvenPace()
        let state = try await self.state(name)
        let question = AccessQuestion(
            case: state?.id, account: query.text("account"),
            from: try query.day("from", in: zone), to: try query.day("to", in: zone, plus: 1))
        guard name == nil || state.map({ self.seen.sees($0, identity.account) }) ?? false else {
            try await self.note(question, by: identity)
            try await pace.wait()
            return AccessPage(entries: [], next: nil)
        }
        return try await self.ask(question, after: cursor, limit: limit, by: identity)
    }

    /// The same for a question that was read already, by somebody who may ask.
    ///
    /// Entries about a case that they may not see are told as if it were not there, or not at all.
    func ask(
        _ question: AccessQuestion, after cursor: AccessCursor? = nil, limit: Int, by identity: Identity
    ) async throws -> AccessPage {
        try await self.note(question, by: identity)
        var isSeen: [CaseID: Bool] = [:]
        return try await self.entries.entries(question, after: cursor, limit: limit) { entry in
            guard let id = entry.fact.case else { return entry }
            if isSeen[id] == nil { isSeen[id] = try await self.seen.find(id.text, for: identity.account) != nil }
            return isSeen[id] == true ? entry : entry.hidingCase
        }
    }

    private func note(_ question: AccessQuestion, by identity: Identity) async throws {
        try await self.witness.record(.accessLogRead(AccessLogRead(question)), by: Reader(identity))
    }

    /// A case by its id or its tracking number; nil for one that nobody knows, of which nothing is kept (ADR 0017 D1).
    private func state(_ idOrReference: String?) async throws -> CaseState? {
        guard let idOrReference else { return nil }
        return try await self.cases.find(idOrReference)
    }

    private var seen: SeenCases {
        SeenCases(views: self.cases, catalog: self.witness.catalog, clock: self.witness.clock, patience: .zero)
    }
}
