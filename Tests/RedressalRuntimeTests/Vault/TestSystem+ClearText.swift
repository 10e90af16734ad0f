import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting

extension TestSystem {
    /// The tables that hold a text somewhere in a row, in clear or as bytes.
    func tables(holding texts: [String]) async throws -> [String] {
        let tables = try await self.pool.query(
            """
            SELECT schemaname || '.' || tablename FROM pg_tables
            WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
            """
        ).values(as: String.self)
        var found: [String] = []
        for table in tables {
            let name = table.split(separator: ".").map { "\"\($0)\"" }.joined(separator: ".")
            for text in texts {
                let isThere: Bool = try await self.pool.query(
                    """
                    SELECT EXISTS (
                        SELECT FROM \(unsafeSQL: name) AS t
                        WHERE t::text LIKE \("%\(text)%")
                           OR t::text LIKE \("%\(Hex.encode(Array(text.utf8)))%"))
                    """
                ).value()
                if isThere { found.append("\(table): \(text)") }
            }
        }
        return found
    }
}
