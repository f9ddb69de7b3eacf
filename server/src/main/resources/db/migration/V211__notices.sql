-- What people are told, what they want mailed, and how far the sources were read. New tables, and small indexes on
-- tables of a few thousand rows; that on withdrawals holds those that nothing is signed for.

CREATE TABLE notice (
    id          object_id   CONSTRAINT notice_pk PRIMARY KEY,
    person      object_id   NOT NULL CONSTRAINT notice_person REFERENCES person (id),
    side        text        NOT NULL CONSTRAINT notice_side CHECK (side IN ('own', 'operator')),
    kind        text        NOT NULL,
    integration object_id   CONSTRAINT notice_integration REFERENCES integration (id),
    place       text        NOT NULL,
    text        text        NOT NULL,
    path        text        NOT NULL CONSTRAINT notice_path CHECK (path LIKE '/%'),
    at          timestamptz NOT NULL,
    read_at     timestamptz,
    mail_due    boolean     NOT NULL
);
-- Each page counts these.
CREATE INDEX notice_unread ON notice (person, side, at, id) WHERE read_at IS NULL;
CREATE INDEX notice_read ON notice (person, side, at, id) WHERE read_at IS NOT NULL;
CREATE INDEX notice_mail_due ON notice (person) WHERE mail_due;
CREATE INDEX notice_of_business ON notice (person, integration) WHERE integration IS NOT NULL;

-- Where somebody wants another post than is usual.
CREATE TABLE notice_choice (
    person  object_id NOT NULL CONSTRAINT notice_choice_person REFERENCES person (id),
    kind    text      NOT NULL,
    by_mail boolean   NOT NULL,
    CONSTRAINT notice_choice_pk PRIMARY KEY (person, kind)
);

-- When somebody last got a letter with notices.
CREATE TABLE notice_post (
    person    object_id   CONSTRAINT notice_post_pk PRIMARY KEY
              CONSTRAINT notice_post_person REFERENCES person (id),
    mailed_at timestamptz NOT NULL
);

-- How far each source was read; its row is locked by who reads.
CREATE TABLE notice_cursor (
    name     text   CONSTRAINT notice_cursor_pk PRIMARY KEY,
    position bigint NOT NULL CONSTRAINT notice_cursor_position CHECK (position >= 0)
);
-- Of an installation that has been running nobody is told what happened before.
INSERT INTO notice_cursor (name, position) SELECT 'trail', number FROM trail_head;
INSERT INTO notice_cursor (name, position) VALUES ('watch', 0);
INSERT INTO fact_reader (name, position) SELECT 'notices', last_position FROM fact_sequencer;

-- What stood in a way somebody should know at the last look.
CREATE TABLE notice_condition (
    key   text        CONSTRAINT notice_condition_pk PRIMARY KEY,
    since timestamptz NOT NULL,
    told  boolean     NOT NULL
);

CREATE INDEX tenant_pin_frozen ON tenant_pin (integration, environment) WHERE failures >= 5;
CREATE INDEX credential_expiring ON credential (expires_at) WHERE revoked_at IS NULL AND expires_at IS NOT NULL;
CREATE INDEX webhook_endpoint_troubled ON webhook_endpoint (id)
    WHERE disabled_at IS NOT NULL OR failing_since IS NOT NULL;
CREATE INDEX withdrawal_unsigned ON withdrawal (created_at) WHERE status IN ('placed', 'numbered');
