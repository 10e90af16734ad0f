-- Lists are read in the order of an index, so that a page costs the same however many cases there are.

DROP INDEX read.case_current_queue;
CREATE INDEX case_current_queue ON read.case_current (office, due_at, opened_at, case_id) WHERE closed_at IS NULL;
DROP INDEX read.case_current_due;
CREATE INDEX case_current_due ON read.case_current (due_at, opened_at, case_id) WHERE closed_at IS NULL;

-- The overdue ones are few among the open ones, or should be.
CREATE INDEX case_current_overdue ON read.case_current (office, due_at, opened_at, case_id)
    WHERE breached AND closed_at IS NULL;
CREATE INDEX case_current_overdue_anywhere ON read.case_current (due_at, opened_at, case_id)
    WHERE breached AND closed_at IS NULL;
