import Postgres
import Redressal

/// What cases are looked for by, one key after the other: offices, holders, or steps.
struct CaseKeys {
    let count: Int
    /// The keys, as rows of a table named `keys`.
    let rows: SQL
    /// What a case has in common with its row of ``rows``.
    let match: SQL
    /// The same for the key alone where there is but one; nil for more.
    let only: SQL?

    /// - Returns: nil for a list of all cases.
    init?(of filter: CaseFilter) {
        if let steps = filter.steps {
            self.init(steps)
        } else if let spread = filter.spread {
            self.init(in: spread.column, spread.keys)
        } else {
            return nil
        }
    }

    private init(in column: SQL, _ keys: [String]) {
        self.count = keys.count
        self.rows = "unnest(\(PostgresValue.textArray(keys))) AS keys (key)"
        self.match = "\(column) = keys.key"
        self.only = keys.count == 1 ? keys.first.map { "\(column) = \($0)" } : nil
    }

    private init(_ steps: [CaseStep]) {
        func column(_ value: (CaseStep) -> String) -> PostgresValue { .textArray(steps.map(value)) }
        self.count = steps.count
        self.rows = """
            unnest(\(column(\.office)), \(column(\.workflow)), \(column(\.state)))
                AS keys (key_office, key_workflow, key_state)
            """
        self.match = "office = key_office AND workflow = key_workflow AND state = key_state"
        self.only =
            steps.count == 1
            ? steps.first.map { "office = \($0.office) AND workflow = \($0.workflow) AND state = \($0.state)" } : nil
    }
}
