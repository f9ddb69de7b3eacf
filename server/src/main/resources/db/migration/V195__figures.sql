-- What a tenant's business comes to, counted apart from the tables it is counted from: sums per day, and how many
-- deposits, payouts and withdrawals stand where. A reader of facts keeps both; on a populated database it begins at the
-- first fact and catches up by itself.
-- New tables: no locks to speak of.

CREATE TABLE figure_of_day (
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    -- Of UTC.
    day         date             NOT NULL,
    happening   text             NOT NULL CONSTRAINT figure_of_day_happening CHECK (happening IN
                ('credited', 'corrected', 'paid_out', 'taken_back', 'sent')),
    currency    text             NOT NULL CONSTRAINT figure_of_day_currency CHECK (currency IN ('usd', 'ngn', 'ghs')),
    count       bigint           NOT NULL CONSTRAINT figure_of_day_count CHECK (count > 0),
    amount      units            NOT NULL,
    fees        units            NOT NULL,
    usd         numeric          NOT NULL,
    CONSTRAINT figure_of_day_pk PRIMARY KEY (integration, environment, day, happening, currency)
) WITH (fillfactor = 50);

-- How many objects a fact of this kind was the last of.
CREATE TABLE figure_of_standing (
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    standing    text             NOT NULL,
    count       bigint           NOT NULL CONSTRAINT figure_of_standing_count CHECK (count >= 0),
    CONSTRAINT figure_of_standing_pk PRIMARY KEY (integration, environment, standing)
) WITH (fillfactor = 50);
