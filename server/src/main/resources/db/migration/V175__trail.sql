-- The audit log, a chain of keyed hashes, and its end. Nothing here is ever deleted, and no entry changed.
-- New tables: no locks to speak of.

CREATE TABLE trail_entry (
    number       bigint           CONSTRAINT trail_entry_pk PRIMARY KEY
                 CONSTRAINT trail_entry_number CHECK (number > 0),
    at           timestamptz      NOT NULL,
    actor_kind   text             NOT NULL CONSTRAINT trail_entry_actor_kind
                 CHECK (actor_kind IN ('person', 'application', 'command-line', 'program')),
    -- Of a person, the app id, the user of the operating system.
    actor_id     text,
    -- The e-mail address of a person at that time.
    actor_name   text,
    action       text             NOT NULL CONSTRAINT trail_entry_action_form CHECK (action ~ '^[a-z-]+\.[a-z-]+$'),
    integration  object_id,
    environment  environment_code,
    source       text,
    request_id   text,
    subject_kind text             NOT NULL,
    subject_id   text             NOT NULL,
    -- As text, since the text is what was hashed.
    before       json,
    after        json,
    hash         bytea            NOT NULL CONSTRAINT trail_entry_hash CHECK (octet_length(hash) = 32),
    CONSTRAINT trail_entry_actor CHECK ((actor_kind = 'program') = (actor_id IS NULL)),
    CONSTRAINT trail_entry_person CHECK ((actor_kind = 'person') = (actor_name IS NOT NULL)),
    CONSTRAINT trail_entry_tenant CHECK (environment IS NULL OR integration IS NOT NULL)
);
CREATE INDEX trail_entry_integration ON trail_entry (integration, number);
CREATE INDEX trail_entry_actor_id ON trail_entry (actor_id, number);
CREATE INDEX trail_entry_actor_name ON trail_entry (actor_name, number);
CREATE INDEX trail_entry_action ON trail_entry (action, number);
CREATE INDEX trail_entry_subject ON trail_entry (subject_id, number);
CREATE INDEX trail_entry_at ON trail_entry (at);

-- One row, locked by whoever appends.
CREATE TABLE trail_head (
    single boolean DEFAULT true CONSTRAINT trail_head_pk PRIMARY KEY CONSTRAINT trail_head_single CHECK (single),
    number bigint  NOT NULL CONSTRAINT trail_head_number CHECK (number >= 0),
    seal   bytea   NOT NULL CONSTRAINT trail_head_seal CHECK (octet_length(seal) = 32)
);
INSERT INTO trail_head (number, seal) VALUES (0, decode(repeat('00', 32), 'hex'));
