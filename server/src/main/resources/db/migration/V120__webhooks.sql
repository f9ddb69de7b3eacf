-- Webhooks: who receives events, what was sent, and what is still to be sent.
-- New tables: no locks to speak of.

CREATE TABLE webhook_secret (
    integration object_id   NOT NULL,
    version     integer     NOT NULL CONSTRAINT webhook_secret_version CHECK (version > 0),
    sealed      bytea       NOT NULL,
    made_at     timestamptz NOT NULL,
    -- The current secret has no end; one that was replaced is valid beside it until then.
    valid_until timestamptz,
    CONSTRAINT webhook_secret_pk PRIMARY KEY (integration, version)
);
CREATE UNIQUE INDEX webhook_secret_current ON webhook_secret (integration) WHERE valid_until IS NULL;

CREATE TABLE webhook_endpoint (
    id              object_id        CONSTRAINT webhook_endpoint_pk PRIMARY KEY,
    integration     object_id        NOT NULL,
    environment     environment_code NOT NULL,
    url             text             NOT NULL CONSTRAINT webhook_endpoint_url_length CHECK (length(url) <= 2048),
    -- Empty: every event.
    events          text[]           NOT NULL,
    from_settings   boolean          NOT NULL,
    -- Set by a failed attempt, cleared by a successful one.
    failing_since   timestamptz,
    disabled_at     timestamptz,
    disabled_reason text,
    made_at         timestamptz      NOT NULL,
    updated_at      timestamptz      NOT NULL,
    CONSTRAINT webhook_endpoint_url UNIQUE (integration, environment, url),
    CONSTRAINT webhook_endpoint_disabled CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL))
);
CREATE UNIQUE INDEX webhook_endpoint_from_settings ON webhook_endpoint (integration, environment) WHERE from_settings;

-- The log: one row per event and endpoint. It outlives its endpoint, hence no foreign key to it. No indexed column
-- ever changes and pages keep some room, so that noting an attempt touches no index.
CREATE TABLE webhook_record (
    id              object_id        CONSTRAINT webhook_record_pk PRIMARY KEY,
    integration     object_id        NOT NULL,
    environment     environment_code NOT NULL,
    endpoint        object_id        NOT NULL,
    reference       object_id        NOT NULL,
    event_type      text             NOT NULL,
    event_id        object_id        NOT NULL,
    event_at        timestamptz      NOT NULL,
    sequence        integer          NOT NULL CONSTRAINT webhook_record_sequence CHECK (sequence > 0),
    url             text             NOT NULL,
    body            bytea            NOT NULL,
    status          text             NOT NULL
                    CONSTRAINT webhook_record_status CHECK (status IN ('pending', 'delivered', 'failed')),
    attempts_count  integer          NOT NULL CONSTRAINT webhook_record_attempts CHECK (attempts_count >= 0),
    delivered_at    timestamptz,
    last_attempt_at timestamptz,
    expire_at       timestamptz      NOT NULL,
    created_at      timestamptz      NOT NULL,
    updated_at      timestamptz      NOT NULL,
    CONSTRAINT webhook_record_event UNIQUE (event_id, endpoint),
    CONSTRAINT webhook_record_delivered CHECK ((status = 'delivered') = (delivered_at IS NOT NULL)),
    CONSTRAINT webhook_record_attempted CHECK ((attempts_count > 0) = (last_attempt_at IS NOT NULL))
) WITH (fillfactor = 85);
CREATE INDEX webhook_record_newest ON webhook_record (integration, environment, created_at, id);
CREATE INDEX webhook_record_reference ON webhook_record (reference);
CREATE INDEX webhook_record_expire ON webhook_record (expire_at);

CREATE TABLE webhook_attempt (
    record          object_id   NOT NULL
                    CONSTRAINT webhook_attempt_record REFERENCES webhook_record ON DELETE CASCADE,
    n               integer     NOT NULL CONSTRAINT webhook_attempt_n CHECK (n > 0),
    attempted_at    timestamptz NOT NULL,
    response_status integer,
    response_body   text        CONSTRAINT webhook_attempt_body CHECK (octet_length(response_body) <= 4096),
    error           text,
    CONSTRAINT webhook_attempt_pk PRIMARY KEY (record, n),
    -- Either there was an answer, or the reason why there was none.
    CONSTRAINT webhook_attempt_outcome CHECK (
        (response_status IS NULL) = (response_body IS NULL) AND (response_status IS NULL) = (error IS NOT NULL))
);

-- What is still to be sent: one row per pending record. Narrow and short-lived, so that the log is not rewritten by
-- every claim. lease_until is set while a worker sends it; claim is the fence against one that overslept.
CREATE TABLE webhook_queue (
    record      object_id   CONSTRAINT webhook_queue_pk PRIMARY KEY
                CONSTRAINT webhook_queue_record REFERENCES webhook_record ON DELETE CASCADE,
    endpoint    object_id   NOT NULL,
    reference   object_id   NOT NULL,
    sequence    integer     NOT NULL,
    tries       integer     NOT NULL CONSTRAINT webhook_queue_tries CHECK (tries >= 0),
    due_at      timestamptz NOT NULL,
    lease_until timestamptz,
    claim       integer     NOT NULL
);
CREATE INDEX webhook_queue_due ON webhook_queue (endpoint, due_at, record) WHERE lease_until IS NULL;
CREATE INDEX webhook_queue_leased ON webhook_queue (endpoint) WHERE lease_until IS NOT NULL;
CREATE INDEX webhook_queue_object ON webhook_queue (endpoint, reference, sequence);
