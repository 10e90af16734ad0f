-- Lists over all offices have indexes in an order of their own, written otherwise than that of one office or one person. Of several
-- offices each is asked for in turn, and the planner, who cannot know which, took the index over all for it: an office without
-- cases had every case looked at.

DROP INDEX read.case_current_due;
CREATE INDEX case_current_due ON read.case_current (coalesce(due_at, 'infinity'), opened_at, case_id) INCLUDE (due_at)
    WHERE closed_at IS NULL;
DROP INDEX read.case_current_overdue_anywhere;
CREATE INDEX case_current_overdue_anywhere ON read.case_current (coalesce(due_at, 'infinity'), opened_at, case_id)
    WHERE breached AND closed_at IS NULL;
DROP INDEX read.case_current_closed_anywhere;
CREATE INDEX case_current_closed_anywhere ON read.case_current (coalesce(due_at, 'infinity'), opened_at, case_id)
    WHERE closed_at IS NOT NULL;

-- What somebody held until it was closed was read along the index over all, too.
CREATE INDEX case_current_assignee_closed ON read.case_current (assignee, due_at, opened_at, case_id)
    WHERE closed_at IS NOT NULL AND assignee IS NOT NULL;
