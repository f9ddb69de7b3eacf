-- Bank money out. The amount of an open payout is a hold in the ledger; a payout that ended has posted or released it.
-- New tables: no locks to speak of.

-- What the platform takes for a payout and the least a rail pays, per currency. Amounts in kobo and pesewas.
CREATE TABLE payout_terms (
    environment environment_code NOT NULL,
    currency    text             NOT NULL CONSTRAINT payout_terms_currency CHECK (currency IN ('ngn', 'ghs')),
    fee         units            NOT NULL CONSTRAINT payout_terms_fee CHECK (fee >= 0),
    minimum     units            NOT NULL CONSTRAINT payout_terms_minimum CHECK (minimum >= 0),
    CONSTRAINT payout_terms_pk PRIMARY KEY (environment, currency)
);
INSERT INTO payout_terms (environment, currency, fee, minimum)
SELECT environment, currency, fee, minimum
FROM (VALUES ('development'), ('production')) AS environments (environment),
     (VALUES ('ngn', 5000, 10000), ('ghs', 200, 500)) AS terms (currency, fee, minimum);

-- The largest payout of a tenant; without a row there is no limit.
CREATE TABLE payout_maximum (
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    currency    text             NOT NULL CONSTRAINT payout_maximum_currency CHECK (currency IN ('ngn', 'ghs')),
    maximum     units            NOT NULL CONSTRAINT payout_maximum_positive CHECK (maximum > 0),
    CONSTRAINT payout_maximum_pk PRIMARY KEY (integration, environment, currency)
);

CREATE TABLE saved_bank (
    id             object_id        CONSTRAINT saved_bank_pk PRIMARY KEY,
    integration    object_id        NOT NULL,
    environment    environment_code NOT NULL,
    bank_id        text             NOT NULL,
    bank_name      text             NOT NULL,
    account_number text             NOT NULL
                   CONSTRAINT saved_bank_account_number CHECK (account_number ~ '^[0-9]{6,20}$'),
    account_name   text             NOT NULL,
    currency       text             NOT NULL CONSTRAINT saved_bank_currency CHECK (currency IN ('ngn', 'ghs')),
    narration      text,
    created_at     timestamptz      NOT NULL,
    CONSTRAINT saved_bank_account UNIQUE (integration, environment, bank_id, account_number)
);
CREATE INDEX saved_bank_newest ON saved_bank (integration, environment, created_at, id);

CREATE TABLE payout (
    id             object_id        CONSTRAINT payout_pk PRIMARY KEY,
    -- What the rail knows it by; stored, because it must stay the same whatever becomes of its form.
    reference      text             NOT NULL CONSTRAINT payout_reference UNIQUE,
    integration    object_id        NOT NULL,
    environment    environment_code NOT NULL,
    -- What it was placed for: a deposit it settles, or a withdrawal to a saved bank (which may be gone by now).
    deposit        object_id        CONSTRAINT payout_deposit UNIQUE,
    saved_bank     object_id,
    external_id    text,
    currency       text             NOT NULL CONSTRAINT payout_currency CHECK (currency IN ('ngn', 'ghs')),
    amount         units            NOT NULL,
    fee            units            NOT NULL CONSTRAINT payout_fee CHECK (fee >= 0 AND fee < amount),
    -- The account as it was at the time.
    bank_id        text             NOT NULL,
    bank_name      text             NOT NULL,
    account_number text             NOT NULL,
    account_name   text             NOT NULL,
    narration      text,
    status         text             NOT NULL
                   CONSTRAINT payout_status CHECK (
                       status IN ('placed', 'submitting', 'processing', 'completed', 'rejected', 'reversed')),
    -- Whether the rail said that it knows the payout; asked only while it is processing.
    acknowledged   boolean          NOT NULL,
    reason         text,
    sequence       integer          NOT NULL CONSTRAINT payout_sequence CHECK (sequence > 0),
    created_at     timestamptz      NOT NULL,
    updated_at     timestamptz      NOT NULL,
    CONSTRAINT payout_origin CHECK ((deposit IS NULL) <> (saved_bank IS NULL)),
    CONSTRAINT payout_external_id_of_withdrawal CHECK (external_id IS NULL OR saved_bank IS NOT NULL),
    CONSTRAINT payout_acknowledged CHECK (status = 'processing' OR NOT acknowledged),
    CONSTRAINT payout_reason CHECK ((reason IS NOT NULL) = (status IN ('rejected', 'reversed')))
);
-- Of withdrawals alone: most payouts settle a deposit and have none.
CREATE UNIQUE INDEX payout_external_id ON payout (integration, environment, external_id)
    WHERE external_id IS NOT NULL;
CREATE INDEX payout_newest ON payout (integration, environment, created_at, id);
