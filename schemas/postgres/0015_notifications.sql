-- Notifications (ADR 0016): what is to be told to whom, and what became of it. No text, no address, nothing a case says: those
-- are put together when a message is sent.

CREATE SCHEMA notify;

-- How far each partition's events are looked at. A partition begins where its log ends when notifications are first switched
-- on, so that nobody is told of what was before.
CREATE TABLE notify.position (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL,
    -- Whoever looks at the partition; taking over adds one, which fences whoever did before.
    token       bigint NOT NULL DEFAULT 1,
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    moved_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE notify.message (
    -- Follows from event, recipient and medium, so that an event that is read again tells nobody twice.
    id         text PRIMARY KEY,
    case_id    text NOT NULL,
    seq        integer NOT NULL,
    -- `party`, `account:…`, `post:…` or `role:…`.
    recipient  text NOT NULL,
    medium     text NOT NULL CHECK (medium IN ('sms', 'email')),
    template   text NOT NULL,
    urgent     boolean NOT NULL,
    -- What is due together and has the same bundle goes out as one message.
    bundle     text NOT NULL,
    state      text NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'sent', 'delivered', 'failed', 'dead', 'suppressed')),
    -- Why it was suppressed.
    reason     text,
    -- The message it went out with; what gateways know it by.
    delivery   text,
    attempts   integer NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL,
    -- A code of the last failure, never anything that the other side wrote in words.
    last_error text,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX message_due ON notify.message (next_at) WHERE state = 'pending';
CREATE INDEX message_bundle ON notify.message (coalesce(delivery, bundle)) WHERE state = 'pending';
CREATE INDEX message_delivery ON notify.message (delivery) WHERE delivery IS NOT NULL;
CREATE INDEX message_case ON notify.message (case_id, seq);
CREATE INDEX message_failed ON notify.message (changed_at) WHERE state IN ('failed', 'dead');
