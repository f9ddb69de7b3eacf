-- Requests counted for the limits of some routes.
-- A new table: no locks to speak of.

-- One row per integration and route, for the clock minute it was last asked in; the next minute takes it over.
CREATE TABLE request_window (
    integration object_id   NOT NULL,
    route       text        NOT NULL,
    minute      timestamptz NOT NULL,
    requests    bigint      NOT NULL CONSTRAINT request_window_requests CHECK (requests > 0),
    CONSTRAINT request_window_pk PRIMARY KEY (integration, route)
) WITH (fillfactor = 50);
