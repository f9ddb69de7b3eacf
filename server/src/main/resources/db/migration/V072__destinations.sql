-- Where deposited money goes by itself. New tables: no locks to speak of.

CREATE TABLE wallet_bank (
    wallet          object_id   CONSTRAINT wallet_bank_pk PRIMARY KEY
                    CONSTRAINT wallet_bank_wallet REFERENCES wallet (id),
    -- Kept without a bank too; it takes effect when one is linked.
    auto_settlement boolean     NOT NULL,
    bank_id         text,
    bank_name       text,
    account_number  text,
    account_name    text,
    currency        text        CONSTRAINT wallet_bank_currency CHECK (currency IN ('usd', 'ngn', 'ghs')),
    narration       text,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT wallet_bank_whole CHECK (
        num_nonnulls(bank_id, bank_name, account_number, account_name, currency) IN (0, 5)
        AND (narration IS NULL OR bank_id IS NOT NULL))
);

CREATE TABLE business_destination (
    integration    object_id        NOT NULL,
    environment    environment_code NOT NULL,
    kind           text             NOT NULL CONSTRAINT business_destination_kind CHECK (kind IN ('bank')),
    bank_id        text,
    bank_name      text,
    account_number text,
    account_name   text,
    currency       text             CONSTRAINT business_destination_currency CHECK (currency IN ('usd', 'ngn', 'ghs')),
    narration      text,
    updated_at     timestamptz      NOT NULL,
    CONSTRAINT business_destination_pk PRIMARY KEY (integration, environment),
    CONSTRAINT business_destination_bank CHECK (
        kind <> 'bank' OR num_nonnulls(bank_id, bank_name, account_number, account_name, currency) = 5)
);
