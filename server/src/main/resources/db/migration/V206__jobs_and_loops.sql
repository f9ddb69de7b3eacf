-- What an operator asks about background work.
-- job gets three columns without being rewritten; it is a table of what is under way, so the check reads it in no time.

ALTER TABLE job
    -- Whoever has claimed it has it until then; empty while nobody has.
    ADD COLUMN claimed_until timestamptz,
    -- What went wrong last, in words for the operator, and when; empty while nothing has.
    ADD COLUMN trouble       text,
    ADD COLUMN troubled_at   timestamptz,
    ADD CONSTRAINT job_trouble CHECK ((trouble IS NULL) = (troubled_at IS NULL));

-- What each running process tells of its loops, every few seconds. Rows of processes that have stopped telling go.
CREATE TABLE loop_turns (
    process       object_id   NOT NULL,
    name          text        NOT NULL,
    started_at    timestamptz NOT NULL,
    -- Turns that ended, one way or the other, since the process started.
    turns         bigint      NOT NULL CONSTRAINT loop_turns_turns CHECK (turns >= 0),
    -- The last that ended well, and how long it took.
    ended_at      timestamptz,
    took_ms       bigint,
    -- Failures in a row, zero when the last turn ended well; the last failure, whatever came after it.
    failures      integer     NOT NULL CONSTRAINT loop_turns_failures CHECK (failures >= 0),
    trouble       text,
    troubled_at   timestamptz,
    -- Since when a turn has been running, if one was when this was told.
    running_since timestamptz,
    told_at       timestamptz NOT NULL,
    CONSTRAINT loop_turns_pk PRIMARY KEY (process, name),
    CONSTRAINT loop_turns_ended CHECK ((ended_at IS NULL) = (took_ms IS NULL)),
    CONSTRAINT loop_turns_trouble CHECK ((trouble IS NULL) = (troubled_at IS NULL))
) WITH (fillfactor = 50);
