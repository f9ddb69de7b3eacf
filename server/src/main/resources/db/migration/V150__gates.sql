-- Requests that repeat one another: who is being worked on, and what was answered.
-- New tables: no locks to speak of.

-- The one request of a name that is being worked on. Rows live for milliseconds, after a crash for seconds.
CREATE TABLE gate_pass (
    id          object_id        CONSTRAINT gate_pass_pk PRIMARY KEY,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    kind        text             NOT NULL
                CONSTRAINT gate_pass_kind CHECK (kind IN ('idempotency-key', 'external-id')),
    name        text             NOT NULL CONSTRAINT gate_pass_name_form CHECK (char_length(name) BETWEEN 1 AND 255),
    -- From then on the next request may take its place.
    until       timestamptz      NOT NULL,
    CONSTRAINT gate_pass_name UNIQUE (integration, environment, kind, name)
);

-- The first answer to a request with an idempotency key, for seven days.
CREATE TABLE kept_answer (
    id          object_id        CONSTRAINT kept_answer_pk PRIMARY KEY,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    key         text             NOT NULL CONSTRAINT kept_answer_key_form CHECK (char_length(key) BETWEEN 1 AND 255),
    -- HMAC-SHA-256 of the request, without its PIN, under a key outside the database.
    fingerprint bytea            NOT NULL CONSTRAINT kept_answer_fingerprint CHECK (octet_length(fingerprint) = 32),
    status      integer          NOT NULL CONSTRAINT kept_answer_status CHECK (status BETWEEN 200 AND 499),
    body        bytea            NOT NULL,
    kept_at     timestamptz      NOT NULL,
    CONSTRAINT kept_answer_key UNIQUE (integration, environment, key)
);
CREATE INDEX kept_answer_oldest ON kept_answer (kept_at);
