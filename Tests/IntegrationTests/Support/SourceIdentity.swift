/// The ids that imports give their cases, worked out by PostgreSQL.
enum SourceIdentity {
    /// Makes `source.case_id(kind, number)`: the SHA-256 of a kind of source and a number in it, cut to a UUID of
    /// version 8.
    static let script = """
        CREATE SCHEMA IF NOT EXISTS source;
        CREATE OR REPLACE FUNCTION source.case_id(kind text, number text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
            SELECT regexp_replace(
                encode(set_byte(set_byte(h, 6, (get_byte(h, 6) & 15) | 128), 8, (get_byte(h, 8) & 63) | 128), 'hex'),
                '^(.{8})(.{4})(.{4})(.{4})(.{12})$', '\\1-\\2-\\3-\\4-\\5')
            FROM (SELECT substr(sha256(convert_to(kind || chr(31) || number, 'UTF8')), 1, 16) AS h) hashed
        $$;
        """
}
