-- Deposit addresses. New tables: no locks to speak of.

-- The last derivation index given, per environment; the row is locked until the wallet commits. A table and not a
-- sequence, so that a copy of the tables alone is a whole backup.
CREATE TABLE wallet_counter (
    environment environment_code CONSTRAINT wallet_counter_pk PRIMARY KEY,
    last_vault  bigint NOT NULL CONSTRAINT wallet_counter_range CHECK (last_vault BETWEEN 0 AND 2147483647)
);
INSERT INTO wallet_counter (environment, last_vault) VALUES ('development', 0), ('production', 0);

CREATE TABLE wallet (
    id            object_id        CONSTRAINT wallet_pk PRIMARY KEY,
    integration   object_id        NOT NULL,
    environment   environment_code NOT NULL,
    asset         text             NOT NULL,
    label         text             NOT NULL CONSTRAINT wallet_label_length CHECK (char_length(label) BETWEEN 1 AND 255),
    vault         bigint           NOT NULL CONSTRAINT wallet_vault_range CHECK (vault BETWEEN 1 AND 2147483647),
    family        text             NOT NULL CONSTRAINT wallet_family CHECK (family IN (
                      'bitcoin', 'litecoin', 'dogecoin', 'bitcoin_cash', 'evm', 'tron', 'solana', 'ton')),
    address       text             NOT NULL,
    created_at    timestamptz      NOT NULL,
    -- Facts written about this wallet so far.
    fact_sequence integer          NOT NULL CONSTRAINT wallet_fact_sequence CHECK (fact_sequence > 0),
    CONSTRAINT wallet_label_unique UNIQUE (integration, environment, asset, label),
    CONSTRAINT wallet_vault_unique UNIQUE (environment, vault),
    CONSTRAINT wallet_address_unique UNIQUE (environment, family, address)
);

-- The list of a tenant, newest first.
CREATE INDEX wallet_of_tenant ON wallet (integration, environment, vault DESC);
