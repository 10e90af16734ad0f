-- The log: the ordered record of commands and events, for deployments that keep it in PostgreSQL.

CREATE SCHEMA log;

COMMENT ON SCHEMA log IS 'The ordered record of commands and events; rows are added and never changed.';

-- One row a record. Offsets are given by log.append, gapless within a partition, and visible in order: whoever sees one
-- sees all before it.
CREATE TABLE log.record (
    topic text NOT NULL CHECK (topic IN ('commands', 'events', 'outcomes', 'definitions')),
    partition integer NOT NULL CHECK (partition >= 0),
    "offset" bigint NOT NULL CHECK ("offset" >= 0),
    key text,
    headers text[] NOT NULL CHECK (cardinality(headers) % 2 = 0),
    value bytea,
    appended timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, partition, "offset")
);

COMMENT ON COLUMN log.record.headers IS 'Names and values in turn.';
COMMENT ON COLUMN log.record.value IS 'NULL is a tombstone, which only a foreign writer makes.';

-- Where the next record goes. Whoever appends locks the rows, always in the order of the primary key, so that writers
-- wait for each other and never in a circle.
CREATE TABLE log.head (
    topic text NOT NULL,
    partition integer NOT NULL,
    next bigint NOT NULL DEFAULT 0 CHECK (next >= 0),
    PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

-- Who may decide the cases of a partition: the holder of the newest token. Position is the offset of the first command
-- that has no answer yet.
CREATE TABLE log.owner (
    partition integer PRIMARY KEY CHECK (partition >= 0),
    token bigint NOT NULL DEFAULT 0,
    position bigint NOT NULL DEFAULT 0,
    holder text NOT NULL DEFAULT '',
    taken timestamptz
) WITH (fillfactor = 50);

-- Records are never changed, by nobody; answers may be deleted when they are a day old.
CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.topic = 'outcomes' AND OLD.appended < now() - interval '1 day' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'expected log.record to be left as it is but found %: the log is never changed', TG_OP
        USING ERRCODE = 'insufficient_privilege',
            HINT = 'A record that is wrong is corrected by a further record.';
END
$$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON log.record
    FOR EACH ROW EXECUTE FUNCTION log.refuse_change();

CREATE FUNCTION log.refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'expected log.record to be left as it is but found TRUNCATE: the log is never changed'
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON log.record
    FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_truncate();

-- ALWAYS: session_replication_role must not be a way around.
ALTER TABLE log.record ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE log.record ENABLE ALWAYS TRIGGER refuse_truncate;

-- Appends records, given as arrays of equal length, and tells those who listen.
--
-- p_headers holds array literals, because PostgreSQL has no arrays of arrays of different lengths.
-- Returns the offsets, in the order of the records. SQLSTATE RL002: a partition that was never prepared.
CREATE FUNCTION log.append(
    p_topics text[], p_partitions bigint[], p_keys text[], p_headers text[], p_values bytea[]
) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    v_offsets bigint[];
BEGIN
    PERFORM FROM log.head h
    WHERE (h.topic, h.partition) IN (SELECT DISTINCT g.t, g.p::integer FROM unnest(p_topics, p_partitions) AS g (t, p))
    ORDER BY h.topic, h.partition
    FOR UPDATE;

    WITH given AS MATERIALIZED (
        SELECT g.t AS topic, g.p::integer AS partition, g.k AS key, g.h::text[] AS headers, g.v AS value, g.n
        FROM unnest(p_topics, p_partitions, p_keys, p_headers, p_values) WITH ORDINALITY AS g (t, p, k, h, v, n)
    ), counted AS (
        SELECT g.topic, g.partition, count(*) AS records FROM given g GROUP BY g.topic, g.partition
    ), moved AS (
        UPDATE log.head h SET next = h.next + c.records
        FROM counted c WHERE h.topic = c.topic AND h.partition = c.partition
        RETURNING h.topic, h.partition, h.next - c.records AS first
    ), numbered AS MATERIALIZED (
        SELECT g.*, m.first - 1 + row_number() OVER (PARTITION BY g.topic, g.partition ORDER BY g.n) AS "offset"
        FROM given g JOIN moved m ON m.topic = g.topic AND m.partition = g.partition
    ), written AS (
        INSERT INTO log.record (topic, partition, "offset", key, headers, value)
        SELECT r.topic, r.partition, r."offset", r.key, r.headers, r.value FROM numbered r ORDER BY r.n
    )
    SELECT array_agg(r."offset" ORDER BY r.n) INTO v_offsets FROM numbered r;

    IF coalesce(cardinality(v_offsets), 0) <> cardinality(p_topics) THEN
        RAISE EXCEPTION 'expected every partition to be prepared but found a record for one that is not'
            USING ERRCODE = 'RL002';
    END IF;

    PERFORM pg_notify('redressal_log', g.place)
    FROM (SELECT DISTINCT p.t || ':' || p.p AS place FROM unnest(p_topics, p_partitions) AS p (t, p)) g;
    RETURN coalesce(v_offsets, '{}');
END
$$;

-- Appends records on behalf of a partition's owner and moves its position: all of it or nothing.
--
-- p_position NULL leaves the position. SQLSTATE RL001: somebody else owns the partition.
-- The owner's row is locked before any head, and taking ownership changes that row: so a commit either ends before
-- ownership is taken or sees the new token.
CREATE FUNCTION log.commit(
    p_partition bigint, p_token bigint, p_position bigint,
    p_topics text[], p_partitions bigint[], p_keys text[], p_headers text[], p_values bytea[]
) RETURNS bigint[] LANGUAGE plpgsql AS $$
BEGIN
    UPDATE log.owner o SET position = coalesce(p_position, o.position)
    WHERE o.partition = p_partition AND o.token = p_token;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'expected to own partition % but somebody else has taken it', p_partition
            USING ERRCODE = 'RL001';
    END IF;
    RETURN log.append(p_topics, p_partitions, p_keys, p_headers, p_values);
END
$$;
