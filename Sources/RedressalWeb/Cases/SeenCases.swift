import Redressal

/// Finds cases for whoever asks, so that one out of their sight cannot be told from one that is not there: not by the words of the
/// answer, nor by what is asked of the read models for it, nor by how long it takes.
struct SeenCases: Sendable {
    let views: any CaseViews
    let catalog: @Sendable () -> DefinitionCatalog
    let clock: any WallClock
    /// How long a case is waited for that may have been opened a moment ago.
    let patience: Duration

    /// Whether somebody may see a case.
    ///
    /// - Parameter account: Nil where nobody signs in, and everybody sees all of them.
    func sees(_ state: CaseState, _ account: String?) -> Bool {
        account.map { Sight(of: $0, self.catalog(), at: self.clock.now()).sees(state) } ?? true
    }

    /// A case as it stands; nil for one that is not there or out of sight.
    func find(_ idOrReference: String, for account: String?) async throws -> CaseState? {
        let state = try await self.views.find(idOrReference)
        return state.flatMap { self.sees($0, account) ? $0 : nil }
    }

    /// A case that is waited for until it has reached an event; as it stands then, should it take longer.
    ///
    /// - Parameters:
    ///   - seq: The event's number.
    ///   - isOwn: Whether a case out of sight is theirs to name all the same. It is asked of what is not there, too.
    /// - Returns: Nil for one that is not there or out of sight, as late either way.
    func find(
        _ idOrReference: String, for account: String?, upTo seq: Int,
        orIf isOwn: (CaseID) async throws -> Bool = { _ in false }
    ) async throws -> CaseState? {
        let first = try await self.views.find(idOrReference)
        let isSeen = first.map { self.sees($0, account) } ?? false
        if let first, isSeen, first.seq >= seq { return first }
        if !isSeen, try await isOwn(first?.id ?? CaseID(idOrReference)), let first { return first }
        // What is hidden is waited for as what is not there: until no event can come any more.
        let isHidden = first != nil && !isSeen
        let hasCome = try await self.views.wait(
            for: idOrReference, seq: isHidden ? .max : seq, patience: self.patience)
        let last = try await self.find(idOrReference, for: account)
        if last == nil, hasCome { try await self.waitAsForNothing(idOrReference) }
        return last
    }

    /// Takes as long as it takes to find that a case is not there, so that nobody can tell it from one they may not see.
    func waitAsForNothing(_ idOrReference: String) async throws {
        _ = try await self.views.wait(for: idOrReference, seq: .max, patience: self.patience)
    }
}
