-- Engines take partitions over from the folds that workers store (read.case_state) and from the timeline, instead of
-- reading the whole log (ADR 0011).

-- The digest of what the command asked, to answer it the same when it comes again.
ALTER TABLE read.case_event ADD COLUMN request text NOT NULL DEFAULT '';

ALTER TABLE read.position
    -- The latest moment recorded in the events folded in.
    ADD COLUMN recorded_at timestamptz,
    -- The version of the stored folds; 0 for those of before, which engines do not use: rebuild them.
    ADD COLUMN snapshots integer NOT NULL DEFAULT 0;

CREATE SCHEMA engine;
COMMENT ON SCHEMA engine IS 'What engines keep of the outcomes topic; a cache, the topic tells the same';

-- Answers that no event tells of: of commands that were refused, or that changed nothing. Kept a day, as outcomes are.
CREATE TABLE engine.answer (
    case_id   text NOT NULL,
    command   text NOT NULL,
    partition integer NOT NULL,
    request   text NOT NULL,
    -- Why it was refused, as JSON; null when it was accepted and changed nothing.
    rejection text,
    seq       integer NOT NULL,
    kept_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (case_id, command)
);
CREATE INDEX answer_kept ON engine.answer (kept_at);

-- How far each partition's outcomes are kept.
CREATE TABLE engine.answer_position (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL
);
