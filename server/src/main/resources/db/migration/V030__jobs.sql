-- Durable work. A claim moves run_at to the end of the lease and counts an attempt; see the room's door plate.

CREATE TABLE job (
    kind    text        NOT NULL,
    subject object_id   NOT NULL,
    run_at  timestamptz NOT NULL,
    attempt integer     NOT NULL CONSTRAINT job_attempt CHECK (attempt >= 0),
    CONSTRAINT job_pk PRIMARY KEY (kind, subject)
);

CREATE INDEX job_due ON job (kind, run_at);
