-- What came in through Open311 is listed by when it came in, without looking through everything else that did.

CREATE INDEX case_event_open311 ON read.case_event (occurred_at DESC, case_id) WHERE seq = 1 AND channel = 'open311';
