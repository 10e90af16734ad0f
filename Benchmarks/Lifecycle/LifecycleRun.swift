import Synchronization

/// People who live through complaints one after the other, each over a connection of their own.
struct LifecycleRun: Sendable {
    private struct Opened: Decodable { let `case`: String }

    let port: Int
    /// By account.
    let tokens: [String: String]
    /// How many at a time.
    let people: Int
    let seconds: Int
    /// The number of the first complaint.
    private let numbers = SharedCount()

    /// Before anything is measured: connections, caches and the engines' first cases.
    private static let warming = Duration.seconds(3)

    init(port: Int, tokens: [String: String], people: Int, seconds: Int) {
        self.port = port
        self.tokens = tokens
        self.people = people
        self.seconds = seconds
    }

    /// - Throws: ``BenchFailure`` for the first request that is not done.
    func figures() async throws -> LifecycleFigures {
        let start = ContinuousClock.now.advanced(by: Self.warming)
        let end = start.advanced(by: .seconds(self.seconds))
        return try await withThrowingTaskGroup(of: LifecycleFigures.self) { group in
            for _ in 0..<self.people { group.addTask { try await self.live(from: start, to: end) } }
            return try await group.reduce(into: LifecycleFigures(seconds: self.seconds)) { $0.add($1) }
        }
    }

    private func live(
        from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
    ) async throws -> LifecycleFigures {
        try await LoadConnection.with(port: self.port) { connection in
            var figures = LifecycleFigures(seconds: self.seconds)
            while ContinuousClock.now < end {
                try await self.live(HTTPLife(number: self.numbers.next(), tokens: self.tokens), on: &connection) {
                    step, began in
                    let now = ContinuousClock.now
                    guard now >= start, now < end else { return }
                    figures.note(step, began.duration(to: now))
                }
            }
            return figures
        }
    }

    private func live(
        _ life: HTTPLife, on connection: inout LoadConnection,
        _ note: (LifeStep, ContinuousClock.Instant) -> Void
    ) async throws {
        var id = ""
        for step in LifeStep.allCases {
            let request = life.request(step, on: id)
            let began = ContinuousClock.now
            let reply = try await connection.send(request).done(request)
            note(step, began)
            if step == .create { id = try reply.json(Opened.self).case }
        }
    }
}
