-- How a rail was found when it was last called, for the operator. A new table: no locks to speak of.

CREATE TABLE rail_look (
    environment environment_code NOT NULL,
    currency    text             NOT NULL CONSTRAINT rail_look_currency CHECK (currency IN ('ngn', 'ghs')),
    answered_at timestamptz,
    -- The last trouble there was; it is over when answered_at is later.
    trouble     text,
    troubled_at timestamptz,
    CONSTRAINT rail_look_pk PRIMARY KEY (environment, currency),
    CONSTRAINT rail_look_troubled CHECK ((trouble IS NULL) = (troubled_at IS NULL))
) WITH (fillfactor = 50);
