import Postgres
import Redressal

/// The ways to find cases, tried one after the other: which one is cheap depends on how common the words are, and nobody knows
/// before (measured in ADR 0014).
///
/// Common words are soon met when the list is walked in its order, rare ones when what the index has of them is sorted.
struct SearchSteps: Sendable {
    /// How many cases are looked at, for each one to be shown, before the index is asked and after it found too many.
    private static let firstWalk = 8
    private static let secondWalk = 50
    /// How many cases of the index are looked up one by one, how many when there is no list to hold more of them against, and how
    /// many are held against it.
    private static let few = 1000
    private static let manyClosed = 4000
    private static let many = 10_000
    /// How many offices the index is asked for; with more of them nearly every case is in one.
    private static let mostOffices = 64

    private let words: PostgresValue
    private let tags: PostgresValue
    private let offices: PostgresValue?
    private let filter: CaseFilter
    private let limit: Int

    init(_ query: SearchQuery, _ filter: CaseFilter, limit: Int, _ key: SearchKey) {
        var tags = query.terms
        if !filter.closed { tags.insert(.open) }
        if let office = filter.office { tags.insert(.office(office)) }
        self.words = .int64Array(key.numbers(of: query.terms))
        self.tags = .int64Array(key.numbers(of: tags))
        let offices = filter.offices.flatMap { $0.count > Self.mostOffices ? nil : $0 }
        self.offices = offices.map { .int64Array(key.numbers(of: $0.map { .office($0) })) }
        self.filter = filter
        self.limit = limit
    }

    func run(in transaction: borrowing PostgresTransaction) throws -> CaseFindings {
        // Who may see no office's cases finds none.
        guard self.filter.offices != [] else { return CaseFindings(cases: [], complete: true) }
        if let found = try self.walk(Self.firstWalk, in: transaction) { return found }
        let ids = try self.candidates(in: transaction)
        if ids.count <= Self.few { return try self.exact(ids, in: transaction) }
        if let found = try self.walk(Self.secondWalk, in: transaction) { return found }
        return try self.matched(in: transaction)
    }

    /// The head of the list, as far as it goes with a number of cases looked at for each to be shown.
    ///
    /// - Returns: nil when it ends before enough are found, and the list goes on.
    private func walk(_ depth: Int, in transaction: borrowing PostgresTransaction) throws -> CaseFindings? {
        let most = depth * (self.limit + 1)
        // A closed case has no clock that runs, so every list begins with the open ones that have, which an index has in order.
        let head: SQL = self.filter.closed ? "closed_at IS NULL AND due_at IS NOT NULL" : "true"
        // The list ends as soon as enough are found: both orders are the same. Each case's row is looked up by itself.
        let rows = try transaction.query(
            """
            SELECT \(CaseListing.columns) FROM (
                SELECT * FROM read.case_current WHERE \(self.filter.whole) AND \(head)
                ORDER BY \(CaseListing.order) LIMIT \(most)
            ) AS listed
            WHERE (SELECT t.terms FROM search.case_terms t WHERE t.case_id = listed.case_id) @> \(self.words)
            ORDER BY \(CaseListing.order) LIMIT \(self.limit + 1)
            """)
        if rows.count > self.limit { return try self.findings(rows, isAll: true) }
        guard !self.filter.closed else { return nil }
        let listed: Int = try transaction.query(
            "SELECT count(*) FROM (SELECT FROM read.case_current WHERE \(self.filter.whole) LIMIT \(most)) AS listed"
        ).value()
        return listed < most ? try self.findings(rows, isAll: true) : nil
    }

    /// What the index has, one more than a few at most.
    private func candidates(in transaction: borrowing PostgresTransaction) throws -> [String] {
        try transaction.query("\(self.indexed) LIMIT \(Self.few + 1)").values(as: String.self)
    }

    private var indexed: SQL {
        let all: SQL = "SELECT case_id FROM search.case_terms WHERE terms @> \(self.tags)"
        return self.offices.map { "\(all) AND terms && \($0)" } ?? all
    }

    private func exact(_ ids: [String], in transaction: borrowing PostgresTransaction) throws -> CaseFindings {
        let rows = try transaction.query(
            """
            SELECT \(CaseListing.columns) FROM read.case_current
            WHERE case_id = ANY (\(PostgresValue.textArray(ids))) AND \(self.filter.whole)
            ORDER BY \(CaseListing.order) LIMIT \(self.limit + 1)
            """)
        return try self.findings(rows, isAll: true)
    }

    /// Those of many that the index has, in the list's order.
    private func matched(in transaction: borrowing PostgresTransaction) throws -> CaseFindings {
        let most = self.filter.closed ? Self.manyClosed : Self.many
        // IS TRUE keeps them in a table of hashes that the list is held against, whatever the planner thinks of their number.
        let isFound: SQL =
            self.filter.closed
            ? "case_id = ANY (ARRAY(SELECT case_id FROM found))" : "(case_id IN (SELECT case_id FROM found)) IS TRUE"
        let rows = try transaction.query(
            """
            WITH found AS MATERIALIZED (\(self.indexed) LIMIT \(most + 1))
            SELECT \(CaseListing.columns), (SELECT count(*) FROM found) AS candidates FROM read.case_current
            WHERE \(self.filter.whole) AND \(isFound)
            ORDER BY \(CaseListing.order) LIMIT \(self.limit + 1)
            """)
        let isAll = try rows.first.map { try $0["candidates", as: Int.self] <= most } ?? false
        return try self.findings(rows, isAll: isAll)
    }

    /// - Parameter isAll: Whether all that fit were looked at.
    private func findings(_ rows: PostgresResult, isAll: Bool) throws -> CaseFindings {
        CaseFindings(
            cases: try rows.prefix(self.limit).map { try CaseListing($0) },
            complete: isAll && rows.count <= self.limit)
    }
}
