import Postgres
import Redressal

/// Cases with words, put straight into the tables that searches look into.
///
/// Words are as common as in texts: the k-th most common one is in every text with a chance that falls as 1/k (Zipf), so that the
/// first is in nine of ten cases. Half of the cases are closed, and two hundred offices differ in size.
struct SearchedCases: Sendable {
    private static let offices = 200
    private static let vocabulary = 200_000
    /// Words that other cases have too, and words that no other has: names, telephone numbers, ids.
    private static let wordsOfAll = 45
    private static let wordsOfOne = 6

    let count: Int
    let key: SearchKey
    /// Their offices, the largest first.
    let offices: [String]

    /// - Parameter known: Offices that are somebody's; they lie evenly among the others.
    init(count: Int, key: SearchKey, known: [String]) {
        self.count = count
        self.key = key
        let step = Self.offices / max(1, known.count)
        self.offices = (0..<Self.offices).map { number in
            number % step == step / 2 && number / step < known.count ? known[number / step] : "office-\(number)"
        }
    }

    /// The k-th most common word.
    static func word(_ rank: Int) -> String { "w\(rank)" }

    func put(into pool: PostgresPool) async throws {
        try await pool.transaction { transaction in
            // Committed for good, or VACUUM cannot mark the pages as visible to all, and no scan stays in an index.
            try transaction.execute(script: "SELECT setseed(0.42); SET LOCAL jit = off")
            try transaction.execute(self.cases)
        }
        try await pool.execute("VACUUM ANALYZE read.case_current")
        try await SearchTable.fill(self.terms, in: pool)
    }

    private var cases: SQL {
        """
        INSERT INTO read.case_current (case_id, partition, reference, workflow, workflow_version, state, office, opened_at,
            state_since, due_at, closed_at, touched_at, reopened, reassigned, breached, escalation_level, paused,
            historical, seq, head, fields)
        SELECT md5(i::text)::uuid::text, i % 12, 'R' || i, 'complaint', 1, 'under_review',
            (\(PostgresValue.textArray(self.offices)))[1 + floor(power(random(), 2) * \(Self.offices))::integer], now() - random() * interval '700 days',
            now(), CASE WHEN i % 2 = 0 THEN now() + (random() - 0.3) * interval '60 days' END,
            CASE WHEN i % 2 = 1 THEN now() END, now(), 0, 0, false, 0, false, false, 7, md5(i::text),
            '{"language": "ur", "category": "water", "channel": "phone", "anonymous": false}'
        FROM generate_series(1, \(self.count)) i
        """
    }

    /// One array a case, made row by row: sorting all words of all cases at once takes minutes.
    private var terms: SQL {
        let words = PostgresValue.int64Array((1...Self.vocabulary).map { self.key.number(of: .word(Self.word($0))) })
        let offices = PostgresValue.int64Array(self.offices.map { self.key.number(of: .office($0)) })
        return """
            INSERT INTO search.case_terms (case_id, partition, terms)
            SELECT c.case_id, c.partition, ARRAY(
                SELECT DISTINCT t.term FROM (
                    SELECT (\(words))[floor(exp(random() * ln(\(Self.vocabulary)::double precision)))::integer] AS term
                    FROM generate_series(1, \(Self.wordsOfAll)) WHERE c.case_id IS NOT NULL
                    UNION ALL SELECT hashtextextended(c.case_id, g) FROM generate_series(1, \(Self.wordsOfOne)) g
                    UNION ALL SELECT (\(offices))[array_position(\(PostgresValue.textArray(self.offices)), c.office)]
                    UNION ALL SELECT \(self.key.number(of: .open)) WHERE c.closed_at IS NULL
                ) t ORDER BY 1)
            FROM read.case_current c
            """
    }
}
