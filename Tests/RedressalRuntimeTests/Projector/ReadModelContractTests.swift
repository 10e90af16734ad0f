import Postgres
import RedressalRuntime
import RedressalTesting
import Testing

@Suite struct ReadModelContractTests {
    @Test(arguments: ReadModelContract.allCases)
    func thoseInPostgreSQLKeepThePromise(_ promise: ReadModelContract) async throws {
        try await TemporaryDatabase.with { database in
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            try await promise.check(
                ReadModelSubject(
                    store: ReadStore(pool: pool), timers: TimerQueue(pool: pool), snapshots: SnapshotStore(pool: pool)))
            await pool.close()
        }
    }
}
