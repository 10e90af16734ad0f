import Postgres
import Redressal
import RedressalRuntime
import RedressalTesting

/// How long people wait for what they search for among many cases, whether their words are rare or common.
struct SearchBenchmark: Benchmark {
    static let name = "search"
    /// Milliseconds.
    private static let budget = 100.0

    private let settings: BenchSettings
    private let cases: Int

    init(_ settings: BenchSettings) {
        self.settings = settings
        self.cases = settings.size(quick: 50_000, full: 1_000_000)
    }

    /// Words of some ranks: in about 93, 40, 6, 1 and 0.02 % of the cases.
    private static let kinds: [(name: String, ranks: [[Int]])] = [
        ("a very common word", [[1], [2], [3]]), ("a common word", [[8], [12], [20]]),
        ("a word of the middle", [[60], [90], [150]]), ("a rare word", [[2000], [9000], [30_000]]),
        ("two words", [[5, 40], [20, 100], [1, 3000]]), ("three words", [[1, 20, 300], [2, 3, 4]]),
    ]

    func run(_ report: inout BenchReport) async throws {
        let rows = try await TemporaryDatabase.with { database in
            let pool = PostgresPool(database.configuration, size: 2, logger: .tests)
            let seed = SearchedCases(count: self.cases)
            try await seed.put(into: pool)
            let rows = try await self.times(SearchIndex(views: ReadModels(pool: pool), key: seed.key))
            let bytes: Int = try await pool.query("SELECT pg_total_relation_size('search.case_terms')").value()
            await pool.close()
            return rows + [
                .most("the index, per case", "B, \(self.cases.grouped) cases", Double(bytes / self.cases), atMost: nil)
            ]
        }
        report.add(rows)
    }

    private func times(_ search: SearchIndex) async throws -> [BenchRow] {
        var all: [Double] = []
        var rows: [BenchRow] = []
        for kind in Self.kinds {
            var times: [Double] = []
            for number in 0..<self.settings.size(quick: 30, full: 120) {
                let words = kind.ranks[number % kind.ranks.count].map { SearchedCases.word($0) }.joined(separator: " ")
                let query = try SearchQuery(words)
                let start = ContinuousClock.now
                _ = try await search.find(query, in: Self.filter(number), limit: 50)
                times.append(start.duration(to: .now) / .milliseconds(1))
            }
            all += times
            rows.append(.most("\(kind.name), p50", "ms", Quantiles(times).at(0.5), atMost: nil))
            rows.append(.most("\(kind.name), p95", "ms", Quantiles(times).at(0.95), atMost: Self.budget))
        }
        return rows + [.most("searches of all kinds, p95", "ms", Quantiles(all).at(0.95), atMost: Self.budget)]
    }

    /// Everywhere, in one office, in ten, and closed ones too.
    private static func filter(_ number: Int) -> CaseFilter {
        var filter = CaseFilter()
        let office = number * 7 % SearchedCases.offices
        switch number / 3 % 4 {
        case 1: filter.office = "office-\(office)"
        case 2: filter.offices = (office..<office + 10).map { "office-\($0)" }
        case 3: filter.closed = number.isMultiple(of: 2)
        default: break
        }
        return filter
    }
}
