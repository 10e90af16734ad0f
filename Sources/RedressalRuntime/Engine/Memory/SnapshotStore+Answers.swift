import Postgres
import Redressal

extension SnapshotStore {
    package func keep(_ answers: [KeptAnswer], of partition: Int, to next: Int64) async throws {
        let rejections = try answers.map { kept in
            try kept.answer.rejection.map { String(decoding: try CanonicalJSON.encode($0), as: UTF8.self) }
        }
        try await self.pool.transaction { transaction in
            if !answers.isEmpty {
                try transaction.execute(
                    """
                    INSERT INTO engine.answer (case_id, command, partition, request, rejection, seq)
                    SELECT case_id, command, \(partition)::integer, request, rejection, seq::integer
                    FROM unnest(\(PostgresValue.textArray(answers.map(\.case.text))),
                                \(PostgresValue.textArray(answers.map(\.command.text))),
                                \(PostgresValue.textArray(answers.map(\.answer.request))),
                                \(PostgresValue.textArray(rejections)),
                                \(PostgresValue.int64Array(answers.map { Int64($0.answer.seq) })))
                         AS rows (case_id, command, request, rejection, seq)
                    ON CONFLICT (case_id, command) DO NOTHING
                    """)
            }
            try transaction.execute(
                """
                INSERT INTO engine.answer_position AS p (partition, next_offset) VALUES (\(partition), \(next))
                ON CONFLICT (partition) DO UPDATE SET next_offset = greatest(p.next_offset, excluded.next_offset)
                """)
        }
    }

    /// Deletes the answers that are as old as the outcomes that are deleted.
    ///
    /// - Returns: How many.
    package func prune() async throws -> Int {
        try await self.pool.execute("DELETE FROM engine.answer WHERE kept_at < now() - interval '1 day'")
    }
}
