-- What auditors ask of what somebody did: the cases that an account or a post touched, in a time (ADR 0021). What the system does
-- itself is most of all events and nobody's deed.

CREATE INDEX case_event_actor ON read.case_event (actor_user, recorded_at) WHERE actor_user <> 'system';
CREATE INDEX case_event_post ON read.case_event (actor_post, recorded_at) WHERE actor_post IS NOT NULL;
