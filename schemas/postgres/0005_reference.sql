-- Tracking numbers are derived from case ids: two cases may share one, however unlikely (1 in 40,000 among a million
-- cases). Then both must be shown; a projector that stops at the second would hold up every case of its partition.

DROP INDEX read.case_current_reference;
CREATE INDEX case_current_reference ON read.case_current (reference);
