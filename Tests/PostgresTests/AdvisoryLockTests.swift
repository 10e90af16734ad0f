import Postgres
import Testing

@Suite(.timeLimit(.minutes(1))) struct AdvisoryLockTests {
    @Test func oneSessionHoldsTheLockUntilItGivesItBackOrEnds() async throws {
        try await withDatabase { configuration in
            let lock = AdvisoryLock(space: -1, key: 7)
            let one = try await PostgresConnection.connect(configuration)
            let two = try await PostgresConnection.connect(configuration)
            #expect(try await lock.tryLock(on: one))
            #expect(try await !lock.tryLock(on: two))
            #expect(try await !lock.unlock(on: two))
            #expect(try await lock.unlock(on: one))
            #expect(try await lock.tryLock(on: two))
            await two.close()
            try await lock.lock(on: one)
            await one.close()
        }
    }

    @Test func aTransactionHoldsTheLockUntilItEnds() async throws {
        try await withDatabase { configuration in
            let lock = AdvisoryLock(space: 1, key: 1)
            let one = try await PostgresConnection.connect(configuration)
            #expect(try await one.transaction { try lock.tryLock(in: $0) })
            try await one.transaction { try lock.lock(in: $0) }
            #expect(try await advisoryLocks(granted: true, one) == 0)
            await one.close()
        }
    }
}
