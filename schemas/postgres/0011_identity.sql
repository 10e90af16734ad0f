-- Who may come in (ADR 0012): accounts, wrong tries, and the sessions and tokens that hold. Not in the log: passwords must be
-- forgotten when they change. What somebody did is in the log, under the account's name.

CREATE SCHEMA identity;

CREATE TABLE identity.account (
    -- As programmes and events have it.
    name        text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_-]{0,63}$'),
    kind        text NOT NULL CHECK (kind IN ('person', 'service')),
    -- scrypt, as a PHC string; null for whoever has only tokens.
    password    text,
    -- Whether somebody else set the password, so that a new one has to come with it.
    expired     boolean NOT NULL DEFAULT false,
    -- The secret of the authenticator app, wrapped by the key outside the database; null for none.
    code_secret bytea,
    -- The half minute of the last code used.
    code_step   bigint,
    closed_at   timestamptz,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (kind = 'person' OR password IS NULL)
);

-- Wrong tries in a row under a name, whether an account has it or not.
CREATE TABLE identity.attempt (
    -- SHA-256: people type passwords where names belong.
    name     bytea PRIMARY KEY,
    failures integer NOT NULL,
    last_at  timestamptz NOT NULL
);
CREATE INDEX attempt_last ON identity.attempt (last_at);

-- Sessions of browsers and tokens of programs.
CREATE TABLE identity.access (
    -- SHA-256 of the secret that is shown.
    hash       bytea PRIMARY KEY,
    -- What administrators call it.
    id         text NOT NULL UNIQUE,
    account    text NOT NULL REFERENCES identity.account,
    kind       text NOT NULL CHECK (kind IN ('session', 'token')),
    note       text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX access_account ON identity.access (account);
CREATE INDEX access_expires ON identity.access (expires_at);
