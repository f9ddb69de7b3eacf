-- What tenants' servers asked for in the last seven days. Written in batches, never changed, deleted by age.
-- New table: no locks to speak of.

CREATE TABLE request_log (
    id          object_id        CONSTRAINT request_log_pk PRIMARY KEY,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    app_id      text             NOT NULL,
    method      text             NOT NULL,
    -- The method it was routed by, a blank, the path with its variables in braces. Compared byte by byte, so that a
    -- method is a range of routes.
    route       text             COLLATE "C" NOT NULL,
    path        text             NOT NULL,
    status      smallint         NOT NULL CONSTRAINT request_log_status CHECK (status BETWEEN 100 AND 599),
    took_ms     integer          NOT NULL CONSTRAINT request_log_took CHECK (took_ms >= 0),
    caller      text             NOT NULL,
    refusal     text,
    -- Names of fields, one a line.
    fields      text,
    created_at  timestamptz      NOT NULL
);
CREATE INDEX request_log_newest ON request_log (integration, environment, created_at, id);
CREATE INDEX request_log_failed ON request_log (integration, environment, created_at, id) WHERE status >= 400;
-- Of the failed ones most are refusals: what we failed in ourselves would be looked for among hundreds of thousands.
CREATE INDEX request_log_broken ON request_log (integration, environment, created_at, id) WHERE status >= 500;
CREATE INDEX request_log_route ON request_log (integration, environment, route, created_at, id);
