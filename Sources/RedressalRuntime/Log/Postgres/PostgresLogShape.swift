import Postgres
import Redressal

/// What schema `log` must look like, one line a column, key, function and trigger.
enum PostgresLogShape {
    /// Describes what there is.
    static let query: SQL = """
        SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'log' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT c.relname || ' ' || pg_get_constraintdef(k.oid)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'log' AND k.contype = 'p'
        UNION ALL
        SELECT 'function ' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'log'
        UNION ALL
        SELECT 'trigger ' || t.tgname || ' ' || t.tgenabled::text
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'log' AND c.relname = 'record' AND NOT t.tgisinternal
        """

    /// - Throws: ``LogError`` `.notPrepared`, or `.unsafeSetting` when records could be changed.
    static func check(_ found: Set<String>) throws(LogError) {
        let missing = self.expected.subtracting(found).sorted()
        guard missing.isEmpty else {
            throw LogError(
                .notPrepared,
                "expected \(missing.joined(separator: ", ")) in schema log but found no such thing: run `redressal migrate`"
            )
        }
        let unguarded = self.guards.subtracting(found).sorted()
        guard unguarded.isEmpty else {
            throw LogError(
                .unsafeSetting,
                "expected an enabled \(unguarded.joined(separator: ", ")) on log.record but found none: records could "
                    + "be changed")
        }
    }

    /// `A` is "always", whatever `session_replication_role` says.
    private static let guards: Set<String> = ["trigger refuse_change A", "trigger refuse_truncate A"]

    private static let expected: Set<String> = [
        "record.topic text not null", "record.partition integer not null", "record.offset bigint not null",
        "record.key text", "record.headers text[] not null", "record.value bytea",
        "record.appended timestamp with time zone not null", "record PRIMARY KEY (topic, partition, \"offset\")",
        "head.topic text not null", "head.partition integer not null", "head.next bigint not null",
        "head PRIMARY KEY (topic, partition)",
        "owner.partition integer not null", "owner.token bigint not null", "owner.position bigint not null",
        "owner.holder text not null", "owner.taken timestamp with time zone", "owner PRIMARY KEY (partition)",
        "function append", "function commit",
    ]
}
