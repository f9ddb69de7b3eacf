-- Forms that move money, as far as people have filled them in. A new table: no locks to speak of.

CREATE TABLE draft (
    id          object_id        CONSTRAINT draft_pk PRIMARY KEY,
    person      object_id        NOT NULL,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    kind        text             NOT NULL
                CONSTRAINT draft_kind CHECK (kind IN ('payout', 'withdrawal', 'conversion')),
    -- What stands in which field, in the same order.
    fields      text[]           NOT NULL,
    contents    text[]           NOT NULL,
    updated_at  timestamptz      NOT NULL,
    done_at     timestamptz,
    done_as     text,
    CONSTRAINT draft_settings FOREIGN KEY (integration, environment)
        REFERENCES tenant_settings (integration, environment),
    CONSTRAINT draft_contents CHECK (cardinality(fields) = cardinality(contents)),
    CONSTRAINT draft_done CHECK ((done_at IS NULL) = (done_as IS NULL))
);
-- A person has one open draft of a kind with a tenant, and few that are done.
CREATE UNIQUE INDEX draft_open ON draft (person, integration, environment, kind) WHERE done_at IS NULL;
CREATE INDEX draft_owner ON draft (person, integration, environment);

-- Forms that made something which must not be made twice, by the key they were shown with.
CREATE TABLE spent_form (
    person   object_id   NOT NULL,
    key      object_id   NOT NULL,
    spent_at timestamptz NOT NULL,
    CONSTRAINT spent_form_pk PRIMARY KEY (person, key)
);
