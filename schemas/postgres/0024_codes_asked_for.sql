-- Administrators ask for one-time codes; the person sets them up, and nobody else sees the secret (ADR 0029 D6).

ALTER TABLE identity.account
    -- Whether somebody is to set codes up before they do anything else.
    ADD COLUMN code_wanted boolean NOT NULL DEFAULT false;
