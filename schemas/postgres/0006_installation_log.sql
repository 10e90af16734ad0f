-- Which log this database belongs to. Read models folded from one log and then from another would show neither: a
-- process that is told another log is refused.

CREATE SCHEMA installation;

CREATE TABLE installation.log (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    -- 'postgres', or 'kafka' and what the topics' names begin with.
    log      text NOT NULL,
    noted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
