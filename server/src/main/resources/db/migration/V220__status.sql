-- The status page: how each component stands, how it stood on each of the last days, what is told of incidents and to
-- whom. New tables: no locks to speak of.

-- The one row that whoever measures locks: of several processes one does. The time in it is a cursor, up to which
-- every second of every component is booked or was not measured.
CREATE TABLE status_turn (
    one_row     boolean     CONSTRAINT status_turn_pk PRIMARY KEY CONSTRAINT status_turn_one_row CHECK (one_row),
    measured_at timestamptz
);
INSERT INTO status_turn (one_row) VALUES (true);

-- How a component was found at the last turn.
CREATE TABLE status_component (
    code        text        CONSTRAINT status_component_pk PRIMARY KEY,
    section     text        NOT NULL
                CONSTRAINT status_component_section CHECK (section IN ('platform', 'deposits', 'payouts', 'sandbox')),
    name        text        NOT NULL,
    -- Where it stands among the others.
    place       integer     NOT NULL,
    state       text        NOT NULL
                CONSTRAINT status_component_state CHECK (state IN ('operational', 'degraded', 'down')),
    words       text        NOT NULL,
    since       timestamptz NOT NULL,
    measured_at timestamptz NOT NULL,
    CONSTRAINT status_component_order CHECK (since <= measured_at)
) WITH (fillfactor = 50);

-- Seconds of a day, by UTC, in each state. What is missing to a whole day was not measured.
CREATE TABLE status_day (
    component   text    NOT NULL,
    day         date    NOT NULL,
    operational integer NOT NULL,
    degraded    integer NOT NULL,
    down        integer NOT NULL,
    CONSTRAINT status_day_pk PRIMARY KEY (day, component),
    CONSTRAINT status_day_seconds CHECK (
        operational >= 0 AND degraded >= 0 AND down >= 0 AND operational + degraded + down <= 86400)
) WITH (fillfactor = 50);

CREATE TABLE status_incident (
    id          object_id   CONSTRAINT status_incident_pk PRIMARY KEY,
    title       text        NOT NULL CONSTRAINT status_incident_title CHECK (title <> ''),
    -- Codes of components; they outlive what they name, hence no foreign key.
    components  text[]      NOT NULL CONSTRAINT status_incident_components CHECK (cardinality(components) > 0),
    -- The component for which the program opened it; empty for those that people write.
    watches     text,
    began_at    timestamptz NOT NULL,
    resolved_at timestamptz,
    CONSTRAINT status_incident_order CHECK (resolved_at >= began_at)
);
CREATE UNIQUE INDEX status_incident_watching ON status_incident (watches) WHERE resolved_at IS NULL;
CREATE INDEX status_incident_newest ON status_incident (began_at, id);
CREATE INDEX status_incident_open ON status_incident (began_at, id) WHERE resolved_at IS NULL;

-- What was said of an incident, in order; the last one says how it stands.
CREATE TABLE status_update (
    incident object_id   NOT NULL CONSTRAINT status_update_incident REFERENCES status_incident (id),
    number   integer     NOT NULL CONSTRAINT status_update_number CHECK (number > 0),
    stage    text        NOT NULL
             CONSTRAINT status_update_stage CHECK (stage IN ('investigating', 'identified', 'monitoring', 'resolved')),
    text     text        NOT NULL CONSTRAINT status_update_text CHECK (text <> ''),
    at       timestamptz NOT NULL,
    CONSTRAINT status_update_pk PRIMARY KEY (incident, number)
);

-- Who is told. An address that was not confirmed is told nothing and forgotten after a day.
CREATE TABLE status_subscriber (
    id            object_id   CONSTRAINT status_subscriber_pk PRIMARY KEY,
    kind          text        NOT NULL CONSTRAINT status_subscriber_kind CHECK (kind IN ('mail', 'webhook')),
    -- The address in lower case, or the URL.
    target        text        NOT NULL CONSTRAINT status_subscriber_length CHECK (length(target) <= 2048),
    sealed_secret bytea,
    made_at       timestamptz NOT NULL,
    confirmed_at  timestamptz,
    CONSTRAINT status_subscriber_target UNIQUE (kind, target),
    CONSTRAINT status_subscriber_secret CHECK ((kind = 'webhook') = (sealed_secret IS NOT NULL)),
    CONSTRAINT status_subscriber_probed CHECK (kind = 'mail' OR confirmed_at IS NOT NULL)
);
CREATE INDEX status_subscriber_unconfirmed ON status_subscriber (made_at) WHERE confirmed_at IS NULL;

-- What is still to be sent to a URL; each row has its job.
CREATE TABLE status_message (
    id         object_id   CONSTRAINT status_message_pk PRIMARY KEY,
    subscriber object_id   NOT NULL
               CONSTRAINT status_message_subscriber REFERENCES status_subscriber (id) ON DELETE CASCADE,
    body       bytea       NOT NULL,
    made_at    timestamptz NOT NULL
);
CREATE INDEX status_message_of ON status_message (subscriber);

-- How often somebody wanted to subscribe, by keyed hashes of where they come from and of whom they named.
CREATE TABLE status_budget (
    key     bytea       CONSTRAINT status_budget_pk PRIMARY KEY,
    used    integer     NOT NULL CONSTRAINT status_budget_used CHECK (used > 0),
    ends_at timestamptz NOT NULL
);
CREATE INDEX status_budget_ends ON status_budget (ends_at);
