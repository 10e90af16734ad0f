/// The scripts that make and exchange sets of read models.
enum ReadSetStructure {
    /// Makes schema `read_next` with the tables, keys, indexes and grants of `read`, all under the same names, and empty.
    static let create = """
        DO $$
        DECLARE
            part record;
            item record;
        BEGIN
            DROP SCHEMA IF EXISTS read_next CASCADE;
            CREATE SCHEMA read_next;
            FOR part IN
                SELECT oid, relname, relacl, relowner FROM pg_class
                WHERE relnamespace = 'read'::regnamespace AND relkind = 'r'
            LOOP
                EXECUTE format('CREATE TABLE read_next.%I (LIKE read.%I INCLUDING ALL EXCLUDING INDEXES)',
                               part.relname, part.relname);
                FOR item IN
                    SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
                    WHERE conrelid = part.oid AND contype IN ('p', 'u', 'x')
                LOOP
                    EXECUTE format('ALTER TABLE read_next.%I ADD CONSTRAINT %I %s',
                                   part.relname, item.conname, item.definition);
                END LOOP;
                FOR item IN
                    SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index i
                    WHERE indrelid = part.oid
                      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
                LOOP
                    EXECUTE replace(item.definition, ' ON read.', ' ON read_next.');
                END LOOP;
                FOR item IN
                    SELECT grantee, privilege_type FROM aclexplode(part.relacl)
                    WHERE grantee <> part.relowner
                LOOP
                    EXECUTE format('GRANT %s ON read_next.%I TO %s', item.privilege_type, part.relname,
                                   CASE item.grantee WHEN 0 THEN 'PUBLIC' ELSE item.grantee::regrole::text END);
                END LOOP;
            END LOOP;
        END $$;
        """

    /// Makes another schema's tables live, and the live ones those of `read_before`.
    ///
    /// Views follow their tables, so each is defined anew over the tables that are live now; what was granted on views
    /// stays. Claims of workers on the tables that leave hold no longer, because every token grows.
    ///
    /// - Parameter schema: One of ``ReadSet``'s.
    static func exchange(with schema: String) -> String {
        """
        DO $$
        DECLARE
            part record;
            views text[];
            statement text;
        BEGIN
            PERFORM set_config('search_path', 'pg_catalog', true);
            SELECT coalesce(array_agg(format('CREATE OR REPLACE VIEW read.%I AS %s', c.relname, pg_get_viewdef(c.oid))
                                      ORDER BY c.oid), '{}')
                INTO views FROM pg_class c
                WHERE c.relnamespace = 'read'::regnamespace AND c.relkind = 'v';
            UPDATE \(schema).position n SET token = greatest(n.token, p.token) + 1
                FROM read.position p WHERE p.partition = n.partition;
            CREATE SCHEMA read_leaving;
            FOR part IN
                SELECT relname FROM pg_class WHERE relnamespace = 'read'::regnamespace AND relkind = 'r' ORDER BY relname
            LOOP
                EXECUTE format('ALTER TABLE read.%I SET SCHEMA read_leaving', part.relname);
                EXECUTE format('ALTER TABLE \(schema).%I SET SCHEMA read', part.relname);
            END LOOP;
            FOREACH statement IN ARRAY views LOOP EXECUTE statement; END LOOP;
            DROP SCHEMA \(schema);
            DROP SCHEMA IF EXISTS read_before CASCADE;
            ALTER SCHEMA read_leaving RENAME TO read_before;
        END $$;
        """
    }
}
