import Postgres
import RedressalRuntime
import RedressalTesting

@testable import Redressal

/// Open cases in an installation before it is served, in the log, the read models and the index of words.
struct ServedLoad: Sendable {
    /// How many words of the cases' summaries there are; each case has one of them.
    static let words = 1000
    /// Numbers of a case's other words, which nobody searches for here.
    private static let others = 40

    let cases: Int

    /// One of the words.
    static func word(_ number: Int) -> String { "well\(number % Self.words)" }

    /// Fills an installation that is prepared and empty.
    func put(into log: any Log, _ pool: PostgresPool, _ key: SearchKey, _ catalog: DefinitionCatalog) async throws {
        guard self.cases > 0 else { return }
        // A moment ago, so that no clock runs out while something is measured.
        let (begun, cases) = (SystemClock().now().advanced(bySeconds: -600), Int64(self.cases))
        let open = OpenCases(count: self.cases) { begun.advanced(byMilliseconds: Int64($0) * 500_000 / cases) }
        try await open.put(into: log, pool, catalog)
        try await self.index(key, pool)
    }

    /// What the indexer would have written: it opens what is sealed, and the load's boxes are empty.
    private func index(_ key: SearchKey, _ pool: PostgresPool) async throws {
        let words = (0..<Self.words).map { key.number(of: .word(Self.word($0))) }
        let names = Array(Set(ComplaintLife.seats.map(\.office))).sorted()
        let offices = names.map { key.number(of: .office($0)) }
        let rows: SQL = """
            INSERT INTO search.case_terms (case_id, partition, terms)
            SELECT c.case_id, c.partition, ARRAY(
                SELECT t.term FROM (
                    SELECT (\(PostgresValue.int64Array(words)))[1 + abs(hashtext(c.case_id) % \(Self.words))] AS term
                    UNION ALL SELECT (\(PostgresValue.int64Array(offices)))[
                        array_position(\(PostgresValue.textArray(names)), c.office)]
                    UNION ALL SELECT \(key.number(of: .open))
                    UNION ALL SELECT hashtextextended(c.case_id, g) % 100000 FROM generate_series(1, \(Self.others)) g
                ) t ORDER BY 1)
            FROM read.case_current c
            """
        try await SearchTable.fill(rows, in: pool)
        try await pool.execute(
            "INSERT INTO search.position (partition, next_offset) SELECT partition, next_offset FROM read.position")
    }
}
