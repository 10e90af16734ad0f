-- The read models: rows folded from the events topic by workers. Nothing here is the truth: all of it can be built again
-- from the log (`redressal projection rebuild`), and `redressal projection diff` shows that it equals what is built.
-- Times are when things happened as claimed, unless a column says recorded.

CREATE SCHEMA read;
COMMENT ON SCHEMA read IS 'Read models folded from the events topic; see docs/read-models.md';

-- How far each partition is folded in. Moved by compare-and-set in the transaction that writes the rows.
CREATE TABLE read.position (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL,
    epoch       bigint NOT NULL,
    -- The worker that owns the partition; taking over adds one, which fences the worker before.
    token       bigint NOT NULL DEFAULT 0,
    accepted    bigint NOT NULL DEFAULT 0,
    voided      bigint NOT NULL DEFAULT 0,
    moved_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The fold itself, so that a worker can go on where another stopped. Personal fields in it are sealed.
CREATE TABLE read.case_state (
    case_id   text PRIMARY KEY,
    partition integer NOT NULL,
    state     text NOT NULL
);

CREATE TABLE read.case_current (
    case_id          text PRIMARY KEY,
    partition        integer NOT NULL,
    reference        text NOT NULL,
    workflow         text NOT NULL,
    workflow_version integer NOT NULL,
    state            text NOT NULL,
    office           text NOT NULL,
    assignee         text,
    severity         text,
    opened_at        timestamptz NOT NULL,
    state_since      timestamptz NOT NULL,
    -- The earliest deadline of the running clocks; null while none runs.
    due_at           timestamptz,
    closed_at        timestamptz,
    touched_at       timestamptz NOT NULL,
    reopened         integer NOT NULL,
    reassigned       integer NOT NULL,
    breached         boolean NOT NULL,
    escalation_level integer NOT NULL,
    paused           boolean NOT NULL,
    historical       boolean NOT NULL,
    seq              integer NOT NULL,
    head             text NOT NULL,
    -- The fields that are not personal.
    fields           jsonb NOT NULL
);
CREATE UNIQUE INDEX case_current_reference ON read.case_current (reference);
CREATE INDEX case_current_queue ON read.case_current (office, due_at) WHERE closed_at IS NULL;
CREATE INDEX case_current_due ON read.case_current (due_at) WHERE closed_at IS NULL;
CREATE INDEX case_current_workflow ON read.case_current (workflow, state);

-- The timeline: one row an event.
CREATE TABLE read.case_event (
    case_id     text NOT NULL,
    seq         integer NOT NULL,
    partition   integer NOT NULL,
    log_offset  bigint NOT NULL,
    type        text NOT NULL,
    -- What the workflow calls it, or the type where it has no name of its own.
    name        text NOT NULL,
    from_state  text,
    to_state    text,
    actor_user  text NOT NULL,
    actor_role  text NOT NULL,
    actor_post  text,
    channel     text NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    command     text NOT NULL,
    facts       jsonb NOT NULL,
    hash        text NOT NULL,
    PRIMARY KEY (case_id, seq)
);

-- Timers that stand. The worker that owns the partition sends those that are due to the engine.
CREATE TABLE read.timer (
    case_id    text NOT NULL,
    timer      text NOT NULL,
    partition  integer NOT NULL,
    generation integer NOT NULL,
    due_at     timestamptz NOT NULL,
    historical boolean NOT NULL,
    -- When it was last sent; sent again if nothing came of it.
    sent_at    timestamptz,
    PRIMARY KEY (case_id, timer)
);
CREATE INDEX timer_due ON read.timer (partition, due_at) WHERE NOT historical;

CREATE TABLE read.escalation (
    case_id         text NOT NULL,
    seq             integer NOT NULL,
    partition       integer NOT NULL,
    clock           text NOT NULL,
    level           integer NOT NULL,
    ladder          text NOT NULL,
    role            text NOT NULL,
    post            text NOT NULL,
    office          text NOT NULL,
    holder          text NOT NULL,
    due_at          timestamptz NOT NULL,
    raised_at       timestamptz NOT NULL,
    acknowledged_at timestamptz,
    ended_at        timestamptz,
    skipped         jsonb NOT NULL,
    PRIMARY KEY (case_id, seq)
);
CREATE INDEX escalation_holder ON read.escalation (holder, raised_at) WHERE ended_at IS NULL;
CREATE INDEX escalation_open ON read.escalation (case_id) WHERE ended_at IS NULL;

-- Overdue cases that no post up to the ladder's end could take.
CREATE TABLE read.orphan (
    case_id   text PRIMARY KEY,
    partition integer NOT NULL,
    seq       integer NOT NULL,
    office    text NOT NULL,
    workflow  text NOT NULL,
    clock     text NOT NULL,
    ladder    text NOT NULL,
    since     timestamptz NOT NULL,
    skipped   jsonb NOT NULL
);

-- Events that the acceptance rule voids: kept for auditors, applied nowhere.
CREATE TABLE read.void (
    partition  integer NOT NULL,
    log_offset bigint NOT NULL,
    case_id    text,
    seq        integer,
    reason     text NOT NULL,
    PRIMARY KEY (partition, log_offset)
);

-- Cases whose history shows a gap or a broken chain: flagged, and left as they stood before it.
CREATE TABLE read.parked (
    case_id    text PRIMARY KEY,
    partition  integer NOT NULL,
    log_offset bigint NOT NULL,
    seq        integer NOT NULL,
    reason     text NOT NULL
);

-- The complaint cell's queue: open cases, the least time left first.
CREATE VIEW read.queue AS
SELECT case_id, reference, workflow, state, office, assignee, severity, opened_at, state_since, due_at, breached, paused,
       escalation_level, seq
FROM read.case_current
WHERE closed_at IS NULL
ORDER BY due_at NULLS LAST, opened_at;

-- The supervisor's overdue list: whose duty, since when, and how far up.
CREATE VIEW read.overdue AS
SELECT c.case_id, c.reference, c.workflow, c.state, c.office, c.assignee, c.severity, c.opened_at, c.due_at,
       c.escalation_level, e.clock, e.level, e.role, e.post, e.holder, e.raised_at, e.acknowledged_at, e.skipped
FROM read.case_current c
LEFT JOIN LATERAL (
    SELECT * FROM read.escalation e
    WHERE e.case_id = c.case_id AND e.ended_at IS NULL
    ORDER BY e.level DESC, e.seq DESC LIMIT 1
) e ON true
WHERE c.closed_at IS NULL AND c.breached
ORDER BY c.due_at;

-- How long each case stood in each state; steps back in time count as negative, as the source has them.
CREATE VIEW read.state_time AS
SELECT case_id, state, sum(seconds)::bigint AS seconds
FROM (
    SELECT case_id, to_state AS state,
           extract(epoch FROM lead(occurred_at) OVER (PARTITION BY case_id ORDER BY seq) - occurred_at) AS seconds
    FROM read.case_event
    WHERE type IN ('CaseOpened', 'ActionTaken')
) steps
WHERE seconds IS NOT NULL
GROUP BY case_id, state;

-- Every change of state.
CREATE VIEW read.transition AS
SELECT e.case_id, c.workflow, e.seq, e.from_state, e.to_state, e.occurred_at
FROM read.case_event e
JOIN read.case_current c USING (case_id)
WHERE e.type = 'ActionTaken' AND e.from_state <> e.to_state;

-- The JAAP board: how many of each plan's agreed actions are addressed. An action proposed to the supervisor is not.
CREATE VIEW read.jaap_board AS
SELECT fields->>'jaap_id' AS jaap_id, fields->>'sangkat_code' AS sangkat_code, min(office) AS office,
       count(*) AS actions,
       count(*) FILTER (WHERE state = 'completed') AS completed,
       count(*) FILTER (WHERE state IN ('in_progress', 'blocked', 'completion_claimed', 'in_cip', 'with_supervisor')) AS ongoing,
       count(*) FILTER (WHERE state IN ('proposed_to_supervisor', 'with_supervisor')) AS with_supervisor,
       round(100.0 * count(*) FILTER (WHERE state = 'completed') / count(*))::integer AS addressed_percent
FROM read.case_current
WHERE workflow = 'jaap_action'
GROUP BY 1, 2;
