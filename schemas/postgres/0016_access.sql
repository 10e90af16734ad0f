-- Who came in, was turned away, or read personal data (ADR 0017): a fifth topic of the log, and a read model of it for auditors.

-- Not checked against what is there already: that held under the narrower rule.
ALTER TABLE log.record DROP CONSTRAINT record_topic_check;
ALTER TABLE log.record ADD CONSTRAINT record_topic_check
    CHECK (topic IN ('commands', 'events', 'outcomes', 'definitions', 'access')) NOT VALID;

CREATE SCHEMA access;

COMMENT ON SCHEMA access IS 'The access log as rows, folded from the topic access; may be emptied and folded again.';

CREATE TABLE access.entry (
    partition  integer NOT NULL,
    log_offset bigint NOT NULL,
    id         text NOT NULL UNIQUE,
    type       text NOT NULL,
    at         timestamptz NOT NULL,
    -- Who; null where nobody is known.
    account    text,
    -- Of a sign-in that was refused, SHA-256 of the name that was typed.
    name       text,
    -- The seat it was done through.
    post       text,
    case_id    text,
    -- Of personal data that was read, which fields.
    fields     text[],
    -- The id of the request, as the lines of the process's log have it.
    request    text,
    -- All of it, as the log has it.
    entry      text NOT NULL,
    PRIMARY KEY (partition, log_offset)
);
-- Each of the auditor's questions, the latest first.
CREATE INDEX entry_at ON access.entry (at, partition, log_offset);
CREATE INDEX entry_account ON access.entry (account, at, partition, log_offset);
CREATE INDEX entry_name ON access.entry (name, at, partition, log_offset) WHERE name IS NOT NULL;
CREATE INDEX entry_case ON access.entry (case_id, at, partition, log_offset) WHERE case_id IS NOT NULL;

-- How far each partition is folded in.
CREATE TABLE access.position (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL,
    -- Records that are no entries of this program.
    unreadable  bigint NOT NULL DEFAULT 0
);
