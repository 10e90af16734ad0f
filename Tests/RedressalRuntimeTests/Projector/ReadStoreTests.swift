import Postgres
import Redressal
import RedressalTesting
import Testing

@testable import RedressalRuntime

/// The position moves by compare-and-set in the transaction that writes the rows: four outcomes.
@Suite struct ReadStoreTests {
    private func withStore(_ body: (ReadStore, PostgresPool) async throws -> Void) async throws {
        try await TemporaryDatabase.with { database in
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            try await body(ReadStore(pool: pool), pool)
            await pool.close()
        }
    }

    /// Rows of one void record.
    private func changes(offset: Int64) -> RowChanges {
        var changes = RowChanges(partition: 3)
        let record = LogRecord(topic: .events, partition: 3, offset: offset, key: "k", headers: [], value: nil)
        changes.add(.void(.unreadable, nil), hash: nil, of: record)
        return changes
    }

    @Test func rowsAndPositionAreStoredTogether() async throws {
        try await self.withStore { store, pool in
            let claim = try await store.claim(3)
            #expect(claim.position == 0)
            try await store.write(self.changes(offset: 0), claim, to: 5, epoch: 2)
            let next = try await store.claim(3)
            #expect([next.position, next.epoch, next.token] == [5, 2, claim.token + 1])
            #expect(try await pool.query("SELECT voided FROM read.position").value(as: Int.self) == 1)
        }
    }

    @Test func whatIsAlreadyThereIsNotWrittenAgain() async throws {
        try await self.refused(by: .positionMoved(partition: 3, expected: 0, found: 5)) { store, claim in
            try await store.write(self.changes(offset: 0), claim, to: 5, epoch: 1)
            return claim
        }
    }

    @Test func aPositionThatIsBehindIsAMismatch() async throws {
        try await self.refused(by: .positionMoved(partition: 3, expected: 9, found: 0)) { _, claim in
            var claim = claim
            claim.position = 9
            return claim
        }
    }

    @Test func somebodyAheadFencesTheWorkerBefore() async throws {
        try await self.refused(by: .fenced(partition: 3)) { store, claim in
            let other = try await store.claim(3)
            try await store.write(self.changes(offset: 0), other, to: 5, epoch: 1)
            var claim = claim
            claim.position = 5
            return claim
        }
    }

    /// Expects that a write under a claim is refused, and leaves nothing behind.
    private func refused(
        by error: ProjectionError, _ prepare: (ReadStore, PartitionClaim) async throws -> PartitionClaim
    ) async throws {
        try await self.withStore { store, pool in
            let claim = try await prepare(store, try await store.claim(3))
            let before = try await pool.query("SELECT next_offset FROM read.position").value(as: Int.self)
            await #expect(throws: error) { try await store.write(self.changes(offset: 70), claim, to: 80, epoch: 1) }
            #expect(try await pool.query("SELECT next_offset FROM read.position").value(as: Int.self) == before)
            #expect(
                try await pool.query("SELECT count(*) FROM read.void WHERE log_offset = 70").value(as: Int.self) == 0)
        }
    }

    @Test func largeRecordsAreWrittenInRuns() {
        func record(_ offset: Int64, _ size: Int) -> LogRecord {
            LogRecord(
                topic: .events, partition: 3, offset: offset, key: nil, headers: [],
                value: Array(repeating: 0, count: size))
        }
        let records = [record(0, 4), record(2, 6), record(3, 1), record(5, 50), record(6, 10)]
        #expect(
            LogBatch(records: records, positions: [3: 9]).runs(of: 3, bytes: 10) == [
                LogBatch.Run(records: [records[0], records[1]], next: 3),
                LogBatch.Run(records: [records[2]], next: 4),
                LogBatch.Run(records: [records[3]], next: 6),
                LogBatch.Run(records: [records[4]], next: 9),
            ])
        #expect(LogBatch(records: [], positions: [3: 9]).runs(of: 3, bytes: 10) == [LogBatch.Run(records: [], next: 9)])
        #expect(LogBatch(records: [], positions: [:]).runs(of: 3, bytes: 10) == [])
    }
}
