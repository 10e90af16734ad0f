-- Orders to erase what people wrote (ADR 0026): one account asks, another approves, and the keys are destroyed.

CREATE TABLE vault.erasure (
    id          text PRIMARY KEY,
    case_id     text NOT NULL,
    -- Why, as a word.
    reason      text NOT NULL,
    asked_by    text NOT NULL,
    asked_at    timestamptz NOT NULL,
    approved_by text,
    approved_at timestamptz,
    -- When the keys were gone.
    done_at     timestamptz,
    CHECK (approved_by <> asked_by),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK (done_at IS NULL OR approved_at IS NOT NULL)
);
-- One order at a time for a case.
CREATE UNIQUE INDEX erasure_waiting ON vault.erasure (case_id) WHERE done_at IS NULL;
CREATE INDEX erasure_case ON vault.erasure (case_id, asked_at);
