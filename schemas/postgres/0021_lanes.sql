-- Cases that went on in a lane (ADR 0023): which of them have left no key behind that opens what ordinary offices wrote down.

CREATE SCHEMA lane;
COMMENT ON SCHEMA lane IS 'What was handed over into lanes; see docs/adr/0023-lanes.md';

CREATE TABLE lane.handed_over (
    case_id    text PRIMARY KEY,
    settled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Keys that were destroyed, and those that other cases of the same person still need.
    destroyed  integer NOT NULL,
    kept       integer NOT NULL
);

-- Ties to cases of a workflow.
CREATE INDEX case_event_linked ON read.case_event ((facts->'link'->>'workflow'), case_id) WHERE type = 'CaseLinked';
