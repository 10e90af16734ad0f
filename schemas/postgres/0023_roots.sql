-- Signed roots of the log (ADR 0028): how far each partition went at a moment and what its Merkle tree came to, so that nothing
-- can be taken out of it, or changed in it, unseen.

CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'Signed roots of the log; see docs/adr/0028-signed-roots.md';

CREATE TABLE audit.checkpoint (
    topic       text NOT NULL,
    partition   integer NOT NULL,
    -- How many records the tree has.
    size        bigint NOT NULL CHECK (size > 0),
    -- Where reading goes on, and the roots of the tree's full subtrees (hexadecimal, the largest first): a shortcut, proving nothing.
    next_offset bigint NOT NULL,
    peaks       text[] NOT NULL,
    made_at     timestamptz NOT NULL,
    -- C2SP signed-note over a tlog-checkpoint.
    note        text NOT NULL,
    PRIMARY KEY (topic, partition, size)
);

-- What was signed stays. Who may do everything here may do this too: keep copies elsewhere.
CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'expected audit.checkpoint to be left as it is but found %: what was signed is never changed', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
ALTER TABLE audit.checkpoint ENABLE ALWAYS TRIGGER refuse_change;
