-- The same promises as before (0001_log.sql), for less: the offsets are counted from topics and partitions alone, and the
-- values go into the table in one pass, where they were sorted and kept twice on their way.

CREATE OR REPLACE FUNCTION log.append(
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
        SELECT g.t AS topic, g.p::integer AS partition, g.n
        FROM unnest(p_topics, p_partitions) WITH ORDINALITY AS g (t, p, n)
    ), counted AS (
        SELECT g.topic, g.partition, count(*) AS records FROM given g GROUP BY g.topic, g.partition
    ), moved AS (
        UPDATE log.head h SET next = h.next + c.records
        FROM counted c WHERE h.topic = c.topic AND h.partition = c.partition
        RETURNING h.topic, h.partition, h.next - c.records AS first
    ), numbered AS (
        SELECT g.n, m.first - 1 + row_number() OVER (PARTITION BY g.topic, g.partition ORDER BY g.n) AS "offset"
        FROM given g JOIN moved m ON m.topic = g.topic AND m.partition = g.partition
    )
    SELECT array_agg(r."offset" ORDER BY r.n) INTO v_offsets FROM numbered r;

    IF coalesce(cardinality(v_offsets), 0) <> cardinality(p_topics) THEN
        RAISE EXCEPTION 'expected every partition to be prepared but found a record for one that is not'
            USING ERRCODE = 'RL002';
    END IF;

    INSERT INTO log.record (topic, partition, "offset", key, headers, value)
    SELECT g.t, g.p::integer, g.o, g.k, g.h::text[], g.v
    FROM unnest(p_topics, p_partitions, v_offsets, p_keys, p_headers, p_values) AS g (t, p, o, k, h, v);

    PERFORM pg_notify('redressal_log', g.place)
    FROM (SELECT DISTINCT p.t || ':' || p.p AS place FROM unnest(p_topics, p_partitions) AS p (t, p)) g;
    RETURN coalesce(v_offsets, '{}');
END
$$;
