import Postgres
import RedressalRuntime
import RedressalTesting

@testable import Redressal

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
        var seed: SearchedCases?
        let rows = try await ServedSystem.with(.postgres) { (_, pool, key, catalog) in
            // Those of a lane are looked for in no list of others.
            let offices = catalog.org.officeIDs.filter { catalog.org.lane(of: $0) == nil }
            seed = SearchedCases(count: self.cases, key: key, known: offices)
            try await seed?.put(into: pool)
        } _: { system in
            guard let seed else { throw BenchFailure("expected cases to search but there are none") }
            let pool = PostgresPool(system.sandbox.database.configuration, size: 2, logger: .tests)
            let index = SearchIndex(views: ReadModels(pool: pool), key: seed.key)
            var rows = try await self.times("") { words, number in
                let (query, filter) = (try SearchQuery(words), Self.filter(number, seed.offices))
                return { _ = try await index.find(query, in: filter, limit: 50) }
            }
            let bytes: Int = try await pool.query("SELECT pg_total_relation_size('search.case_terms')").value()
            await pool.close()
            rows.append(
                .most("the index, per case", "B, \(self.cases.grouped) cases", Double(bytes / self.cases), atMost: nil))
            return try await rows + self.served(system)
        }
        report.add(rows)
    }

    /// What programs and people wait for, of whom each sees the cases of some offices.
    private func served(_ system: ServedSystem) async throws -> [BenchRow] {
        let token = system.tokens[DemoSeat.citizensOffice.user] ?? ""
        var rows: [BenchRow] = []
        for (place, path) in [("over HTTP; ", "/search?limit=50&q="), ("as a page; ", "/console/find?q=")] {
            rows += try await self.times(place) { words, _ in
                let request = LoadRequest.get(path + words.replacing(" ", with: "+"), by: token)
                return {
                    _ = try await LoadConnection.with(port: system.port) { connection in
                        try await connection.send(request).done(request)
                    }
                }
            }
        }
        return rows
    }

    /// - Parameter search: Makes a search of words, with its number, that is then timed.
    private func times(
        _ place: String, _ search: (String, Int) throws -> () async throws -> Void
    ) async throws -> [BenchRow] {
        var all: [Double] = []
        var rows: [BenchRow] = []
        for kind in Self.kinds {
            var times: [Double] = []
            for number in 0..<self.settings.size(quick: 30, full: 120) {
                let ranks = kind.ranks[number % kind.ranks.count]
                let find = try search(ranks.map { SearchedCases.word($0) }.joined(separator: " "), number)
                let start = ContinuousClock.now
                try await find()
                times.append(start.duration(to: .now) / .milliseconds(1))
            }
            all += times
            rows.append(.most("\(place)\(kind.name), p50", "ms", Quantiles(times).at(0.5), atMost: nil))
            rows.append(.most("\(place)\(kind.name), p95", "ms", Quantiles(times).at(0.95), atMost: Self.budget))
        }
        return rows + [.most("\(place)searches of all kinds, p95", "ms", Quantiles(all).at(0.95), atMost: Self.budget)]
    }

    /// Everywhere, in one office, in ten, and closed ones too.
    private static func filter(_ number: Int, _ offices: [String]) -> CaseFilter {
        var filter = CaseFilter()
        let first = number * 7 % offices.count
        switch number / 3 % 4 {
        case 1: filter.office = offices[first]
        case 2: filter.offices = Array(offices[first..<min(first + 10, offices.count)])
        case 3: filter.closed = number.isMultiple(of: 2)
        default: break
        }
        return filter
    }
}
