-- Rates the operator set by hand for production, all of them ever, and the operator's spreads.
-- New tables: no locks to speak of.

CREATE TABLE manual_rate (
    id            bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT manual_rate_pk PRIMARY KEY,
    base          text        NOT NULL,
    quote         text        NOT NULL CONSTRAINT manual_rate_quote CHECK (quote IN ('USD', 'NGN', 'GHS')),
    rate          numeric     NOT NULL CONSTRAINT manual_rate_positive CHECK (rate > 0),
    set_at        timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    superseded_at timestamptz,
    set_by        text        NOT NULL CONSTRAINT manual_rate_set_by CHECK (set_by <> ''),
    CONSTRAINT manual_rate_expiry CHECK (expires_at > set_at),
    CONSTRAINT manual_rate_pair CHECK ((base = 'USD') <> (quote = 'USD'))
);
-- A pair has one last rate; what was before it is history.
CREATE UNIQUE INDEX manual_rate_last ON manual_rate (base, quote) WHERE superseded_at IS NULL;

-- What the platform keeps of the mid-market rate of a currency. No row means nothing.
CREATE TABLE rate_spread (
    environment environment_code NOT NULL,
    currency    text             NOT NULL CONSTRAINT rate_spread_currency CHECK (currency IN ('NGN', 'GHS')),
    percent     numeric          NOT NULL
                CONSTRAINT rate_spread_percent CHECK (percent BETWEEN 0 AND 20 AND scale(percent) <= 4),
    CONSTRAINT rate_spread_pk PRIMARY KEY (environment, currency)
);
