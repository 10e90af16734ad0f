-- The timeline tells all that the log tells of an event, and lists of closed cases, of what somebody holds and of duties
-- are read in the order of an index. Rows of before lack the three columns: `redressal projection rebuild` fills them in.

ALTER TABLE read.case_event
    -- The office of the post that acted.
    ADD COLUMN actor_office text,
    -- The person represented, when somebody acted for somebody else.
    ADD COLUMN on_behalf_of text,
    -- The epoch of the engine that wrote it; 0 for rows of before.
    ADD COLUMN epoch bigint NOT NULL DEFAULT 0;

CREATE INDEX case_current_assignee ON read.case_current (assignee, due_at, opened_at, case_id)
    WHERE closed_at IS NULL AND assignee IS NOT NULL;
-- A case is either among the open ones, with the indexes of those, or here.
CREATE INDEX case_current_closed ON read.case_current (office, due_at, opened_at, case_id) WHERE closed_at IS NOT NULL;
CREATE INDEX case_current_closed_anywhere ON read.case_current (due_at, opened_at, case_id)
    WHERE closed_at IS NOT NULL;

DROP INDEX read.escalation_holder;
CREATE INDEX escalation_holder ON read.escalation (holder, raised_at, case_id, seq) WHERE ended_at IS NULL;
CREATE INDEX escalation_raised ON read.escalation (raised_at, case_id, seq) WHERE ended_at IS NULL;
