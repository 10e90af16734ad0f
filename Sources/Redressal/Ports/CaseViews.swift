/// The way to look: questions to the read models, which follow the log a little behind.
package protocol CaseViews: Sendable {
    /// A case by its id or its tracking number; nil when the read models know none.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now; ``AmbiguousReference``.
    func find(_ idOrReference: String) async throws -> CaseState?

    /// A part of a list of cases, the least time left first, in the order of ``CaseCursor``.
    ///
    /// - Parameters:
    ///   - cursor: Where the part before ended; nil for the first.
    ///   - limit: The most to give, at least 1.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func page(_ filter: CaseFilter, after cursor: CaseCursor?, limit: Int) async throws -> CasePage

    /// How many cases there are.
    ///
    /// - Parameter most: When to stop counting.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func count(_ filter: CaseFilter, atMost most: Int) async throws -> Int

    /// What is told of cases beside their lines; nothing of those that the read models do not know.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func glances(at ids: [CaseID]) async throws -> [CaseID: CaseGlance]

    /// The events of a case in order; empty when the read models know none.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func timeline(of id: CaseID) async throws -> [TimelineEntry]

    /// Whether a command has changed a case already: sent again, it only gets its first answer.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func isDone(_ command: CommandID, on id: CaseID) async throws -> Bool

    /// Waits until a case is folded in up to an event: read your own writes.
    ///
    /// - Parameters:
    ///   - idOrReference: The case's id or its tracking number; it may be so new that nothing of it is there yet.
    ///   - seq: The number of the event.
    ///   - patience: How long to wait at most.
    /// - Returns: Whether it came within the time.
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now; `CancellationError`.
    func wait(for idOrReference: String, seq: Int, patience: Duration) async throws -> Bool
}

/// The read models cannot be asked at the moment; later they may answer.
package struct ViewsUnavailable: Error, Hashable, Sendable, CustomStringConvertible {
    /// Why, in words for an operator, without values of rows.
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// A tracking number that two cases share.
package struct AmbiguousReference: Error, Hashable, Sendable, CustomStringConvertible {
    package init() {}

    package var description: String {
        "expected one case with this tracking number but there are two: name the case by its id"
    }
}

extension CaseViews {
    /// The same for a case whose id is known.
    package func wait(for id: CaseID, seq: Int, _ patience: Duration) async throws -> Bool {
        try await self.wait(for: id.text, seq: seq, patience: patience)
    }
}
