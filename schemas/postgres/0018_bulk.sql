-- Supervisors' figures (load and forecast) are read by indexes made for them, and one action on many cases is a work order.

-- What was closed within some weeks.
CREATE INDEX case_current_closed_at ON read.case_current (closed_at, office) WHERE closed_at IS NOT NULL;
-- When clocks stood still: few events are of these kinds.
CREATE INDEX case_event_pause ON read.case_event (case_id, seq) INCLUDE (type, occurred_at)
    WHERE type IN ('ClockPaused', 'ClockResumed', 'ClockStopped');
-- The clocks that run out next, whichever the partition.
CREATE INDEX timer_breach ON read.timer (due_at) WHERE timer IN ('state:breach', 'total:breach') AND NOT historical;

CREATE SCHEMA bulk;
COMMENT ON SCHEMA bulk IS 'Actions on many cases at once (ADR 0020): who asked, who approved, and how far it is.';

-- One order. It is no read model: nothing folds it, and it is not built again.
CREATE TABLE bulk.request (
    id          text PRIMARY KEY,
    -- Which cases, what is done to them, and why: JSON, as it was asked for.
    asked       text NOT NULL,
    asked_by    text NOT NULL,
    asked_at    timestamptz NOT NULL,
    standing    text NOT NULL DEFAULT 'counting'
        CHECK (standing IN ('counting', 'waiting', 'running', 'done', 'cancelled')),
    -- Whether its cases are in bulk.item.
    collected   boolean NOT NULL DEFAULT false,
    approved_by text,
    approved_at timestamptz,
    -- Who cancelled it.
    ended_by    text,
    ended_at    timestamptz,
    -- A second person.
    CHECK (approved_by <> asked_by)
);
CREATE INDEX request_asked ON bulk.request (asked_at, id);
CREATE INDEX request_open ON bulk.request (asked_at, id) WHERE standing IN ('counting', 'running');

-- One case of an order.
CREATE TABLE bulk.item (
    request text NOT NULL REFERENCES bulk.request (id),
    -- Its place in the order, from 1.
    number  integer NOT NULL,
    case_id text NOT NULL,
    fate    text NOT NULL DEFAULT 'found' CHECK (fate IN ('found', 'taken', 'left_out', 'done', 'refused')),
    -- Why it was left out or refused: a code of the rejections.
    reason  text,
    -- The number of the last event that it made.
    seq     integer,
    PRIMARY KEY (request, number)
);
CREATE INDEX item_fate ON bulk.item (request, fate, number);
