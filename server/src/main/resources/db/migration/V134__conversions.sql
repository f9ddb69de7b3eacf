-- Money converted between a tenant's balances. A new table: no locks to speak of.

CREATE TABLE conversion (
    id              object_id        CONSTRAINT conversion_pk PRIMARY KEY,
    integration     object_id        NOT NULL,
    environment     environment_code NOT NULL,
    sold_currency   text             NOT NULL CONSTRAINT conversion_sold_currency CHECK (sold_currency IN ('usd', 'ngn', 'ghs')),
    sold            units            NOT NULL CONSTRAINT conversion_sold CHECK (sold > 0),
    bought_currency text             NOT NULL
                    CONSTRAINT conversion_bought_currency CHECK (bought_currency IN ('usd', 'ngn', 'ghs')),
    bought          units            NOT NULL CONSTRAINT conversion_bought CHECK (bought > 0),
    -- Local units per dollar.
    rate            numeric          NOT NULL CONSTRAINT conversion_rate CHECK (rate > 0),
    rate_source     text             NOT NULL,
    rated_at        timestamptz      NOT NULL,
    made_at         timestamptz      NOT NULL,
    CONSTRAINT conversion_of_dollars CHECK ((sold_currency = 'usd') <> (bought_currency = 'usd'))
);
CREATE INDEX conversion_newest ON conversion (integration, environment, made_at, id);
