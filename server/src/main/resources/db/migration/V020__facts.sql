-- The outbox. Facts are written to fact_inbox in the transaction of the change; the sequencer moves committed ones to
-- fact and numbers them there, so that readers never see a number appear below one they have read.

CREATE TABLE fact_inbox (
    arrival      bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT fact_inbox_pk PRIMARY KEY,
    id           object_id        NOT NULL,
    kind         text             NOT NULL,
    integration  object_id        NOT NULL,
    environment  environment_code NOT NULL,
    subject      object_id        NOT NULL,
    sequence     integer          NOT NULL CONSTRAINT fact_inbox_sequence CHECK (sequence > 0),
    at           timestamptz      NOT NULL,
    snapshot     jsonb            NOT NULL
);

CREATE TABLE fact (
    position     bigint           CONSTRAINT fact_pk PRIMARY KEY,
    id           object_id        NOT NULL,
    kind         text             NOT NULL,
    integration  object_id        NOT NULL,
    environment  environment_code NOT NULL,
    subject      object_id        NOT NULL,
    sequence     integer          NOT NULL,
    at           timestamptz      NOT NULL,
    snapshot     jsonb            NOT NULL,
    -- An object's facts are counted without a gap or a double; a lost or repeated one cannot hide.
    CONSTRAINT fact_subject_sequence UNIQUE (subject, sequence)
);

CREATE TABLE fact_sequencer (
    single        boolean CONSTRAINT fact_sequencer_pk PRIMARY KEY DEFAULT true
                  CONSTRAINT fact_sequencer_single CHECK (single),
    last_position bigint NOT NULL
);
INSERT INTO fact_sequencer (last_position) VALUES (0);

CREATE TABLE fact_reader (
    name     text   CONSTRAINT fact_reader_pk PRIMARY KEY,
    position bigint NOT NULL
);
