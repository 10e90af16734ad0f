-- What waits for one step, such as an approval: found in the order of an index however rare the state is.
CREATE INDEX case_current_state ON read.case_current (office, state, due_at, opened_at, case_id) WHERE closed_at IS NULL;
