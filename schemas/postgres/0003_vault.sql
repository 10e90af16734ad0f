-- One key for each person that a record is about, wrapped by a key that is kept outside the database.
-- Destroying the row's key erases the person from every event; the hashes over the sealed form still hold.

CREATE SCHEMA vault;

CREATE TABLE vault.subject_key (
    subject      text PRIMARY KEY,
    -- AES-256-GCM nonce, ciphertext and tag; null once destroyed.
    wrapped      bytea,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed_at timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
