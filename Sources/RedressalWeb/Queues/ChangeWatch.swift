import Redressal

/// Sees when the read models have moved on, for however many ask: one question to the database serves them all.
actor ChangeWatch {
    /// How long one answer serves, in milliseconds.
    private static let fresh: Int64 = 1000

    private let views: any OversightViews
    private let clock: any WallClock
    private var seen: (positions: [Int64], at: Instant)?
    private var question: Task<[Int64], any Error>?

    init(views: any OversightViews, clock: any WallClock) {
        self.views = views
        self.clock = clock
    }

    /// How far each partition is folded in, as it was less than a second ago.
    ///
    /// - Throws: ``ViewsUnavailable`` when nobody can tell now.
    func positions() async throws -> [Int64] {
        let now = self.clock.now()
        if let seen, seen.at.milliseconds(to: now) < Self.fresh { return seen.positions }
        // Whoever asks meanwhile waits for the same answer.
        let question = self.question ?? Task { try await self.views.standings().map(\.position) }
        self.question = question
        defer { self.question = nil }
        let positions = try await question.value
        self.seen = (positions, now)
        return positions
    }
}
