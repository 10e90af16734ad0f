/// Requests that come at a pace, whether those before are answered or not, as those of people do.
struct OpenLoop: Sendable {
    /// What became of one.
    struct Result: Sendable {
        let reply: LoadReply
        /// Milliseconds from when it was due to be sent: who has to wait for a connection waits too.
        let time: Double
    }

    let port: Int
    /// A second.
    let rate: Int
    let seconds: Int
    /// How many connections there are; a request that finds none free waits.
    let connections: Int

    private var count: Int { self.rate * self.seconds }

    /// - Parameter request: The request of a number.
    /// - Returns: In no order.
    func run(_ request: @escaping @Sendable (Int) -> LoadRequest) async throws -> [Result] {
        let numbers = SharedCount()
        let start = ContinuousClock.now.advanced(by: .milliseconds(500))
        return try await withThrowingTaskGroup(of: [Result].self) { group in
            for _ in 0..<min(self.connections, self.count) {
                group.addTask { try await self.send(numbers, from: start, request) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// Sends over one connection whichever requests are next.
    private func send(
        _ numbers: SharedCount, from start: ContinuousClock.Instant, _ request: @Sendable (Int) -> LoadRequest
    ) async throws -> [Result] {
        try await LoadConnection.with(port: self.port) { connection in
            var results: [Result] = []
            while true {
                let number = numbers.next()
                guard number < self.count else { return results }
                let due = start.advanced(by: .seconds(1) * number / self.rate)
                try await Task.sleep(until: due, clock: .continuous)
                let reply = try await connection.send(request(number))
                results.append(Result(reply: reply, time: due.duration(to: .now) / .milliseconds(1)))
            }
        }
    }
}
