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
    /// With how many offices the index is first asked for cases that have the words, whosever they are, and how many of these are
    /// looked up one by one.
    private static let (severalOffices, fewOfAll) = (4, 2000)
    private static let manyClosed = 4000
    static let many = 10_000
    /// How many offices the index is asked for; with more of them nearly every case is in one.
    static let mostOffices = 64

    let words: PostgresValue
    private let tags: PostgresValue
    private let offices: PostgresValue?
    let filter: CaseFilter
    let limit: Int

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
        let head = try self.walk(Self.firstWalk, in: transaction)
        if let found = head.findings { return found }
        // So common that the second walk finds enough in all likelihood.
        let isCommon = head.hits * Self.secondWalk > Self.firstWalk * (self.limit + 1)
        if isCommon, let found = try self.walk(Self.secondWalk, in: transaction).findings { return found }
        if let ids = try self.candidates(in: transaction) { return try self.exact(ids, in: transaction) }
        if let found = try self.listed(in: transaction) { return found }
        if !isCommon, let found = try self.walk(Self.secondWalk, in: transaction).findings { return found }
        return try self.matched(in: transaction)
    }

    /// What the index has; nil when that is more than a few.
    ///
    /// To hold each case that has the words against the lists of all cases of many offices costs the index more than looking its row
    /// up; the list of one office is short and spares the index most of the words' cases.
    private func candidates(in transaction: borrowing PostgresTransaction) throws -> [String]? {
        if self.filter.offices.map({ $0.count >= Self.severalOffices }) == true,
            let ids = try self.ids(self.indexedWords, atMost: Self.fewOfAll, in: transaction)
        {
            return ids
        }
        return try self.ids(self.indexed, atMost: Self.few, in: transaction)
    }

    private func ids(
        _ query: SQL, atMost most: Int, in transaction: borrowing PostgresTransaction
    ) throws -> [String]? {
        let ids = try transaction.query("\(query) LIMIT \(most + 1)").values(as: String.self)
        return ids.count <= most ? ids : nil
    }

    private var indexedWords: SQL { "SELECT case_id FROM search.case_terms WHERE terms @> \(self.words)" }

    /// Of the offices alone, and of open cases when closed ones are not asked for.
    var indexed: SQL {
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
    func findings(_ rows: PostgresResult, isAll: Bool) throws -> CaseFindings {
        CaseFindings(
            cases: try rows.prefix(self.limit).map { try CaseListing($0) },
            complete: isAll && rows.count <= self.limit)
    }
}

/// The ways that go along the list, in whose order indexes hold the cases' ids: nothing else is read of those that are passed over.
extension SearchSteps {
    /// The head of the list, as far as it goes with a number of cases looked at for each to be shown.
    ///
    /// - Returns: No findings when it ends before enough are found, and the list goes on; and how many were found.
    func walk(
        _ depth: Int, in transaction: borrowing PostgresTransaction
    ) throws -> (findings: CaseFindings?, hits: Int) {
        let most = depth * (self.limit + 1)
        let head = self.head(most)
        let rows = try transaction.query(
            self.met(
                in: head, CaseFilter.without(self.filter.hiddenRespondents, in: "fields") ?? "true",
                where: "(SELECT t.terms FROM search.case_terms t WHERE t.case_id = listed.id) @> \(self.words)"))
        if rows.count > self.limit { return (try self.findings(rows, isAll: true), rows.count) }
        guard !self.filter.closed else { return (nil, rows.count) }
        let listed: Int = try transaction.query("SELECT count(*) FROM (\(head)) AS listed").value()
        return (listed < most ? try self.findings(rows, isAll: true) : nil, rows.count)
    }

    /// Those of many that the index has, met in the order of all open cases.
    ///
    /// - Returns: nil when the index has too many, or the list ends before enough are met.
    func listed(in transaction: borrowing PostgresTransaction) throws -> CaseFindings? {
        let open: SQL = "\(Self.idsOfAll) WHERE closed_at IS NULL AND \(self.beginsOfAll) ORDER BY \(CaseListing.order)"
        // IS TRUE keeps them in a table of hashes, whatever the planner thinks of their number.
        let met = self.met(in: open, self.filter.whole, where: "(listed.id IN (SELECT case_id FROM found)) IS TRUE")
        let rows = try transaction.query(
            """
            WITH found AS MATERIALIZED (\(self.indexed) LIMIT \(Self.many + 1))
            SELECT *, (SELECT count(*) FROM found) AS candidates FROM (\(met)) AS met
            ORDER BY \(CaseListing.order)
            """)
        guard let candidates = try rows.first.map({ try $0["candidates", as: Int.self] }), candidates <= Self.many,
            rows.count > self.limit || !self.filter.closed
        else { return nil }
        return try self.findings(rows, isAll: true)
    }

    private static let ids: SQL = "SELECT case_id AS id, due_at AS due, opened_at AS opened FROM read.case_current"
    private static let idsOfAll: SQL =
        "SELECT case_id AS id, \(CaseListing.due) AS due, opened_at AS opened FROM read.case_current"
    private static let order: SQL = "ORDER BY due, opened, id"

    /// The rows of those listed that fit, in the list's order: it ends as soon as enough are found.
    ///
    /// - Parameters:
    ///   - list: Ids in the order in which they are listed.
    ///   - condition: On the row; each is looked up by itself, which LIMIT 1 sees to.
    private func met(in list: SQL, _ condition: SQL, where fits: SQL) -> SQL {
        """
        SELECT met.* FROM (\(list)) AS listed
        CROSS JOIN LATERAL (
            SELECT \(CaseListing.columns) FROM read.case_current WHERE case_id = listed.id AND \(condition) LIMIT 1
        ) AS met
        WHERE \(fits) \(Self.order) LIMIT \(self.limit + 1)
        """
    }

    /// A closed case has no clock that runs, so every list begins with the open ones that have, which an index has in order.
    private var begins: SQL { self.filter.closed ? "closed_at IS NULL AND due_at IS NOT NULL" : "true" }

    /// The same in the words of the index over all.
    private var beginsOfAll: SQL {
        self.filter.closed ? "closed_at IS NULL AND \(CaseListing.due) < 'infinity'" : "true"
    }

    /// The first ids of the list: of each office or holder, in the order of their own index, and of these the first.
    ///
    /// Whom a case complains about no index tells: those to be left out are left out when their row is looked up.
    private func head(_ most: Int) -> SQL {
        var filter = self.filter
        filter.hiddenRespondents = []
        guard let keys = CaseKeys(of: filter), keys.count <= Self.mostOffices else {
            let list: SQL = "\(Self.idsOfAll) WHERE \(filter.whole) AND \(self.beginsOfAll)"
            return "\(list) ORDER BY \(CaseListing.order) LIMIT \(most)"
        }
        return """
            SELECT ids.* FROM \(keys.rows) CROSS JOIN LATERAL (
                \(Self.ids) WHERE \(keys.match) AND \(filter.condition) AND \(filter.openness)
                    AND \(self.begins) ORDER BY due_at, opened_at, case_id LIMIT \(most)
            ) AS ids \(Self.order) LIMIT \(most)
            """
    }
}
