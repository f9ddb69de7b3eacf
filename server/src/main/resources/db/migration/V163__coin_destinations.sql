-- Business-wide settlement to an address, and what settles a deposit there; the addresses tenants keep.
-- The new constraints are read over tables of one row per tenant, and over settlement without holding writers up.

ALTER TABLE business_destination
    ADD COLUMN token text CONSTRAINT business_destination_token CHECK (token IN ('usdt', 'usdc')),
    ADD COLUMN network text CONSTRAINT business_destination_network
        CHECK (network IN ('erc20', 'trc20', 'bsc', 'sol', 'ton')),
    ADD COLUMN address text,
    DROP CONSTRAINT business_destination_kind,
    ADD CONSTRAINT business_destination_kind CHECK (kind IN ('bank', 'address')),
    ADD CONSTRAINT business_destination_address CHECK (
        CASE kind WHEN 'address' THEN num_nonnulls(token, network, address) = 3 AND bank_id IS NULL
                  ELSE num_nonnulls(token, network, address) = 0 END);

ALTER TABLE settlement
    ADD COLUMN withdrawal object_id CONSTRAINT settlement_withdrawal UNIQUE,
    DROP CONSTRAINT settlement_payout_of_placed,
    ADD CONSTRAINT settlement_one_of_placed
        CHECK (num_nonnulls(payout, withdrawal) = CASE outcome WHEN 'placed' THEN 1 ELSE 0 END) NOT VALID,
    DROP CONSTRAINT settlement_skip_reason,
    ADD CONSTRAINT settlement_skip_reason CHECK (skip_reason IN (
        'insufficient balance', 'below minimum', 'above maximum', 'no payout rail', 'no rate')) NOT VALID;

-- The addresses a tenant keeps for withdrawals.
CREATE TABLE saved_address (
    id          object_id        CONSTRAINT saved_address_pk PRIMARY KEY,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    token       text             NOT NULL CONSTRAINT saved_address_token CHECK (token IN ('usdt', 'usdc')),
    network     text             NOT NULL CONSTRAINT saved_address_network
                CHECK (network IN ('erc20', 'trc20', 'bsc', 'sol', 'ton')),
    address     text             NOT NULL,
    label       text,
    created_at  timestamptz      NOT NULL,
    CONSTRAINT saved_address_once UNIQUE (integration, environment, network, token, address)
);
