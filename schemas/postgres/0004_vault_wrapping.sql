-- Which key wraps the persons' keys, known by a fingerprint: a process with another key file is refused before it seals
-- anything that nobody else could open.

CREATE TABLE vault.wrapping (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    -- HMAC-SHA-256 of a fixed text under the key, the first 16 bytes in hexadecimal.
    fingerprint text NOT NULL,
    noted_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
