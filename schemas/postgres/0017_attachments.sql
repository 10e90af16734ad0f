-- Files that belong to cases (ADR 0018): what is known of them. Their bytes are kept apart, sealed, under the same name.

CREATE SCHEMA attachment;

CREATE TABLE attachment.item (
    -- SHA-256 of the sealed bytes, hexadecimal.
    id          text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
    -- Null until an action names the file.
    case_id     text,
    media_type  text NOT NULL,
    -- As many as there are once the file is opened.
    bytes       bigint NOT NULL CHECK (bytes > 0),
    -- Null where nobody was asked who they are.
    uploaded_by text,
    uploaded_at timestamptz NOT NULL,
    -- Whose key seals the file's key; null until an action names the file.
    subject     text,
    -- The file's key, sealed under the subject's; until there is one, wrapped by the key outside the database. Base64.
    sealed_key  text NOT NULL,
    -- From when on it is being deleted.
    doomed_at   timestamptz,
    CHECK ((case_id IS NULL) = (subject IS NULL)),
    CHECK (doomed_at IS NULL OR case_id IS NULL)
);
CREATE INDEX item_case ON attachment.item (case_id, uploaded_at) WHERE case_id IS NOT NULL;
CREATE INDEX item_unused ON attachment.item (uploaded_at) WHERE case_id IS NULL;
