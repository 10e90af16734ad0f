import Postgres
import Redressal
import RedressalRuntime

extension TestSystem {
    /// Waits until every command is answered.
    package func answered() async throws {
        try await self.wait(for: "every command to be answered") { try await self.tally.unanswered() == 0 }
    }

    /// Waits until nothing is left to do at the clock's time: every command is answered, every event is in the read
    /// models, and no timer is due.
    package func settle() async throws {
        try await self.wait(for: "the system to come to rest") {
            guard try await self.tally.unanswered() == 0, try await self.views.lag(behind: self.log) == 0 else {
                return false
            }
            return try await self.dueTimers() == 0
        }
    }

    /// Waits until every event is in the read models.
    package func projected() async throws {
        try await self.wait(for: "every event to be in the read models") {
            try await self.views.lag(behind: self.log) == 0
        }
    }

    /// Waits for a fact; the only place where tests wait.
    ///
    /// - Parameters:
    ///   - what: The fact, for the message.
    ///   - time: After how long to give up.
    ///   - isMet: Looks whether it has come.
    /// - Throws: ``TestSystemFailure`` when it does not come; what the look throws.
    package func wait(
        for what: String, atMost time: Duration = .seconds(240), _ isMet: () async throws -> Bool
    ) async throws {
        let end = ContinuousClock.now.advanced(by: time)
        while !(try await self.look(isMet)) {
            guard ContinuousClock.now < end else {
                throw TestSystemFailure("expected \(what) within \(time) but \(try await self.situation())")
            }
            try await self.tally.pace()
        }
    }

    /// A look whose own connection was cut, as some tests do with all there are, saw nothing.
    private func look(_ isMet: () async throws -> Bool) async throws -> Bool {
        do {
            return try await isMet()
        } catch let error as PostgresError where [.connectionLost, .adminShutdown].contains(error.kind) {
            return false
        }
    }

    /// How many timers are due and not historical.
    private func dueTimers() async throws -> Int {
        try await self.pool.query(
            """
            SELECT count(*) FROM read.timer
            WHERE NOT historical AND due_at < \(PostgresTimestamp(milliseconds: self.clock.now().milliseconds))
            """
        ).value()
    }

    private func situation() async throws -> String {
        let unanswered = try await self.tally.unanswered().map { "\($0)" } ?? "an unknown number of"
        let lag = try await self.views.lag(behind: self.log)
        return
            "\(unanswered) commands have no answer, \(lag) events are not projected, \(try await self.dueTimers()) timers are due"
    }
}
