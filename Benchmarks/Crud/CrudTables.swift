import Postgres

/// The peer's tables: a row a case that is overwritten, and a row of history for each change.
enum CrudTables {
    static let script = """
        CREATE TABLE complaint (
            case_id text PRIMARY KEY, reference text NOT NULL UNIQUE, state text NOT NULL, office text NOT NULL, assignee text,
            severity text NOT NULL, fields jsonb NOT NULL, opened_at timestamptz NOT NULL, due_at timestamptz,
            closed_at timestamptz, version integer NOT NULL DEFAULT 1
        );
        CREATE INDEX ON complaint (office, due_at, opened_at, case_id) WHERE closed_at IS NULL;
        CREATE INDEX ON complaint USING gin (to_tsvector('simple', fields->>'summary'));
        CREATE TABLE history (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_id text NOT NULL REFERENCES complaint,
            action text NOT NULL, actor text NOT NULL, fields jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now()
        );
        CREATE INDEX ON history (case_id);
        CREATE TABLE token (hash bytea PRIMARY KEY, account text NOT NULL);
        """

    /// Open cases, each with one line of history.
    static func load(_ cases: Int, _ offices: [String]) -> [SQL] {
        [
            """
            INSERT INTO complaint (case_id, reference, state, office, severity, fields, opened_at, due_at)
            SELECT md5(i::text)::uuid::text, 'R' || i, 'received', (\(PostgresValue.textArray(offices)))[1 + i % \(offices.count)],
                'standard', jsonb_build_object('summary', 'No water since May at well' || i % \(ServedLoad.words), 'language', 'km',
                'category', 'informal_payment', 'complainant_name', 'Marlow Exampleton', 'safe_contact', '+855 12 555 0181'),
                now() - random() * interval '10 minutes', now() + random() * interval '1 day'
            FROM generate_series(1, \(cases)) i
            """,
            """
            INSERT INTO history (case_id, action, actor, fields)
            SELECT case_id, 'open', 'u-181', '{}' FROM complaint
            """,
        ]
    }
}
