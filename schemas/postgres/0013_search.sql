-- The blind index: what cases are found by, as numbers that only the holders of the key outside the database can make of words
-- (ADR 0014). All of it can be made again: `redressal search rebuild`.

CREATE SCHEMA search;
COMMENT ON SCHEMA search IS 'What cases are found by, without words in it; see docs/adr/0014-search.md';

-- How far each partition's events are indexed.
CREATE TABLE search.position (
    partition   integer PRIMARY KEY,
    next_offset bigint NOT NULL,
    -- The indexer that has the partition; taking over adds one, which fences the one before.
    token       bigint NOT NULL DEFAULT 0
);

CREATE TABLE search.case_terms (
    case_id   text PRIMARY KEY,
    partition integer NOT NULL,
    -- HMACs of words, of the office, of being open, and of whose keys sealed some of the words; rising.
    terms     bigint[] NOT NULL
);
-- A short list of what is not merged in yet, because every search reads all of it.
CREATE INDEX case_terms_terms ON search.case_terms USING gin (terms) WITH (gin_pending_list_limit = 512);

-- Cases to index although no event tells of them: all there are, when the index begins, and those of erased persons.
CREATE TABLE search.stale (
    case_id   text PRIMARY KEY,
    partition integer NOT NULL
);
CREATE INDEX stale_partition ON search.stale (partition);
