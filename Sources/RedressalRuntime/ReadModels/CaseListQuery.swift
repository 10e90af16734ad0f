import Postgres
import Redressal

/// The questions that give a part of a list of cases in the order of the indexes made for it, and so at the same cost
/// at any depth and for any number of cases.
struct CaseListQuery {
    private static let order: SQL = "due_at, opened_at, case_id"

    private let filter: CaseFilter
    /// What cases are looked for by, one by one, each in the order of its own index; nil looks at all.
    private let keys: CaseKeys?

    init(_ filter: CaseFilter) {
        self.filter = filter
        self.keys = CaseKeys(of: filter)
    }

    /// What the list is made of, in its order: all at once, or of one office or person those with a deadline, then those
    /// without, because NULLs have no place in the comparison of rows.
    ///
    /// - Returns: Nothing for a list that is empty for sure.
    func parts(after cursor: CaseCursor?, limit: Int) -> [SQL] {
        guard let keys else { return [self.wide(after: cursor, limit)] }
        guard keys.count > 0 else { return [] }
        let undated = self.query(Self.isUndated(after: cursor), keys, limit)
        let parts = self.filter.dueBefore == nil && self.filter.dueFrom == nil ? [undated] : []
        if let cursor, cursor.due == nil { return parts }
        return [self.query(Self.isDated(after: cursor), keys, limit)] + parts
    }

    /// All at once, whosever they are.
    private func wide(after cursor: CaseCursor?, _ limit: Int) -> SQL {
        var conditions = [self.filter.condition]
        if let from = self.filter.dueFrom { conditions.append("\(CaseListing.due) >= \(from.timestamp)::timestamptz") }
        if let before = self.filter.dueBefore {
            conditions.append("\(CaseListing.due) < \(before.timestamp)::timestamptz")
        }
        if let cursor {
            let due: SQL = cursor.due.map { "\($0.timestamp)::timestamptz" } ?? "'infinity'::timestamptz"
            conditions.append(
                """
                (\(CaseListing.order)) > (\(due), \(cursor.opened.timestamp)::timestamptz, \(cursor.id.text)::text)
                """)
        }
        let condition = conditions.dropFirst().reduce(conditions[0]) { "\($0) AND \($1)" }
        return self.first(limit, of: self.slices(condition, CaseListing.order, limit), CaseListing.order)
    }

    /// How many there are, up to a number.
    func count(atMost most: Int) -> SQL? {
        guard self.keys?.count != 0 else { return nil }
        guard let keys, self.filter.steps != nil else { return Self.count(self.filter.whole, most) }
        // Step by step: however few cases stand there, no others are looked at.
        return """
            SELECT count(*) FROM (
                SELECT FROM \(keys.rows) CROSS JOIN LATERAL (
                    SELECT FROM read.case_current
                    WHERE \(keys.match) AND \(self.filter.condition) AND \(self.filter.openness) LIMIT \(most)
                ) AS found LIMIT \(most)
            ) AS cases
            """
    }

    private static func count(_ condition: SQL, _ most: Int) -> SQL {
        "SELECT count(*) FROM (SELECT FROM read.case_current WHERE \(condition) LIMIT \(most)) AS cases"
    }

    private static func isDated(after cursor: CaseCursor?) -> SQL {
        guard let cursor, let due = cursor.due else { return "due_at IS NOT NULL" }
        return """
            (due_at, opened_at, case_id) > (\(due.timestamp)::timestamptz, \(cursor.opened.timestamp)::timestamptz,
                                            \(cursor.id.text)::text)
            """
    }

    private static func isUndated(after cursor: CaseCursor?) -> SQL {
        guard let cursor, cursor.due == nil else { return "due_at IS NULL" }
        return """
            due_at IS NULL AND (opened_at, case_id) > (\(cursor.opened.timestamp)::timestamptz, \(cursor.id.text)::text)
            """
    }

    /// One part: of each key and of open and closed cases the first few, and of these the first.
    private func query(_ place: SQL, _ keys: CaseKeys, _ limit: Int) -> SQL {
        let condition: SQL = "\(place) AND \(self.filter.condition)"
        if let only = keys.only { return self.list("\(only) AND \(condition)", limit) }
        return """
            SELECT \(CaseListing.columns)
            FROM \(keys.rows) CROSS JOIN LATERAL (
                \(self.list("\(keys.match) AND \(condition)", limit))
            ) AS cases
            ORDER BY \(Self.order) LIMIT \(limit)
            """
    }

    private func list(_ condition: SQL, _ limit: Int) -> SQL {
        self.first(limit, of: self.slices(condition, Self.order, limit), Self.order)
    }

    /// Each part of the table that has indexes of its own.
    private func slices(_ condition: SQL, _ order: SQL, _ limit: Int) -> [SQL] {
        let slices: [SQL] =
            self.filter.closed ? ["closed_at IS NULL", "closed_at IS NOT NULL"] : ["closed_at IS NULL"]
        return slices.map { slice in
            """
            SELECT \(CaseListing.columns) FROM read.case_current WHERE \(condition) AND \(slice)
            ORDER BY \(order) LIMIT \(limit)
            """
        }
    }

    private func first(_ limit: Int, of slices: [SQL], _ order: SQL) -> SQL {
        guard slices.count > 1 else { return slices[0] }
        let all = slices.dropFirst().reduce("(\(slices[0]))" as SQL) { "\($0) UNION ALL (\($1))" }
        return "SELECT * FROM (\(all)) AS slices ORDER BY \(order) LIMIT \(limit)"
    }
}
