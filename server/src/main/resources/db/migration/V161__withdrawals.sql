-- Coins out. Amount and fee of an open withdrawal are a hold in the ledger; one that ended has posted or released it.
-- The check on account is read once over a table of a few rows; the other tables are new.

ALTER TABLE account
    DROP CONSTRAINT account_kind,
    ADD CONSTRAINT account_kind CHECK (kind IN
        ('tenant', 'liquidity', 'fees', 'custody', 'suspense', 'rail', 'receivable', 'gas_cost'));

-- What the platform takes on top of a withdrawal, in cents.
CREATE TABLE withdrawal_fee (
    environment environment_code NOT NULL,
    network     text             NOT NULL CONSTRAINT withdrawal_fee_network
                CHECK (network IN ('erc20', 'trc20', 'bsc', 'sol', 'ton')),
    level       text             NOT NULL CONSTRAINT withdrawal_fee_level CHECK (level IN ('low', 'medium', 'high')),
    fee         units            NOT NULL CONSTRAINT withdrawal_fee_not_negative CHECK (fee >= 0),
    CONSTRAINT withdrawal_fee_pk PRIMARY KEY (environment, network, level)
);
INSERT INTO withdrawal_fee (environment, network, level, fee)
SELECT environment, network, level, fee
FROM (VALUES ('development'), ('production')) AS environments (environment),
     (VALUES ('erc20', 'low', 300), ('erc20', 'medium', 500), ('erc20', 'high', 800),
             ('trc20', 'low', 100), ('trc20', 'medium', 200), ('trc20', 'high', 300),
             ('bsc', 'low', 50), ('bsc', 'medium', 100), ('bsc', 'high', 150),
             ('sol', 'low', 50), ('sol', 'medium', 100), ('sol', 'high', 150),
             ('ton', 'low', 50), ('ton', 'medium', 100), ('ton', 'high', 150)) AS fees (network, level, fee);

-- The least and the most of one withdrawal, in cents.
CREATE TABLE withdrawal_limit (
    environment environment_code CONSTRAINT withdrawal_limit_pk PRIMARY KEY,
    minimum     units NOT NULL CONSTRAINT withdrawal_limit_minimum CHECK (minimum > 0),
    maximum     units NOT NULL,
    CONSTRAINT withdrawal_limit_range CHECK (maximum >= minimum)
);
INSERT INTO withdrawal_limit (environment, minimum, maximum)
VALUES ('development', 500, 5000000), ('production', 500, 5000000);

-- A tenant's own, instead of those.
CREATE TABLE withdrawal_limit_of (
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    minimum     units            NOT NULL CONSTRAINT withdrawal_limit_of_minimum CHECK (minimum > 0),
    maximum     units            NOT NULL,
    CONSTRAINT withdrawal_limit_of_pk PRIMARY KEY (integration, environment),
    CONSTRAINT withdrawal_limit_of_range CHECK (maximum >= minimum)
);

CREATE TABLE withdrawal (
    id          object_id        CONSTRAINT withdrawal_pk PRIMARY KEY,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    -- The deposit it settles; empty for one the tenant asked for.
    deposit     object_id        CONSTRAINT withdrawal_deposit UNIQUE,
    external_id text,
    token       text             NOT NULL CONSTRAINT withdrawal_token CHECK (token IN ('usdt', 'usdc')),
    network     text             NOT NULL CONSTRAINT withdrawal_network
                CHECK (network IN ('erc20', 'trc20', 'bsc', 'sol', 'ton')),
    address     text             NOT NULL,
    fee_level   text             NOT NULL CONSTRAINT withdrawal_fee_level CHECK (fee_level IN ('low', 'medium', 'high')),
    -- The coins as they were asked for; empty when dollars were.
    asked_coins numeric          CONSTRAINT withdrawal_asked_coins CHECK (asked_coins > 0),
    -- In cents; both are held.
    amount      units            NOT NULL CONSTRAINT withdrawal_amount CHECK (amount > 0),
    fee         units            NOT NULL CONSTRAINT withdrawal_fee_of CHECK (fee >= 0),
    -- What is sent, in the token's smallest unit.
    asset       text             NOT NULL,
    units       units            NOT NULL CONSTRAINT withdrawal_units CHECK (units > 0),
    decimals    integer          NOT NULL CONSTRAINT withdrawal_decimals CHECK (decimals >= 0),
    status      text             NOT NULL CONSTRAINT withdrawal_status CHECK (
                    status IN ('placed', 'numbered', 'signed', 'sent', 'completed', 'rejected', 'reversed')),
    tx_hash     text,
    reason      text,
    sequence    integer          NOT NULL CONSTRAINT withdrawal_sequence CHECK (sequence > 0),
    created_at  timestamptz      NOT NULL,
    updated_at  timestamptz      NOT NULL,
    CONSTRAINT withdrawal_external_id_of_request CHECK (external_id IS NULL OR deposit IS NULL),
    CONSTRAINT withdrawal_tx_hash CHECK ((tx_hash IS NOT NULL) = (status = 'completed')),
    CONSTRAINT withdrawal_reason CHECK ((reason IS NOT NULL) = (status IN ('rejected', 'reversed')))
);
CREATE UNIQUE INDEX withdrawal_external_id ON withdrawal (integration, environment, external_id)
    WHERE external_id IS NOT NULL;
CREATE INDEX withdrawal_newest ON withdrawal (integration, environment, created_at, id);

-- The next nonce to give out, per hot wallet and network.
CREATE TABLE hot_wallet (
    environment environment_code NOT NULL,
    network     text             NOT NULL,
    address     text             NOT NULL,
    next_nonce  bigint           NOT NULL CONSTRAINT hot_wallet_next_nonce CHECK (next_nonce >= 0),
    CONSTRAINT hot_wallet_pk PRIMARY KEY (environment, network, address)
) WITH (fillfactor = 50);

-- Which withdrawal has which nonce. One, for ever: whatever is signed with it pays this withdrawal or nothing.
CREATE TABLE withdrawal_nonce (
    withdrawal  object_id        CONSTRAINT withdrawal_nonce_pk PRIMARY KEY
                CONSTRAINT withdrawal_nonce_withdrawal REFERENCES withdrawal,
    environment environment_code NOT NULL,
    network     text             NOT NULL,
    address     text             NOT NULL,
    nonce       bigint           NOT NULL CONSTRAINT withdrawal_nonce_not_negative CHECK (nonce >= 0),
    CONSTRAINT withdrawal_nonce_once UNIQUE (environment, network, address, nonce)
);

-- Everything that was ever signed, written down before it may leave.
CREATE TABLE signed_transaction (
    withdrawal object_id   NOT NULL CONSTRAINT signed_transaction_nonce REFERENCES withdrawal_nonce,
    -- 1, 2, 3 …: the same nonce at a higher price.
    version    integer     NOT NULL CONSTRAINT signed_transaction_version CHECK (version > 0),
    hash       text        NOT NULL,
    price      units       NOT NULL,
    bytes      bytea       NOT NULL,
    -- Pays nobody: uses up the nonce of a withdrawal that was rejected.
    fills      boolean     NOT NULL,
    signed_at  timestamptz NOT NULL,
    CONSTRAINT signed_transaction_pk PRIMARY KEY (withdrawal, version),
    CONSTRAINT signed_transaction_hash UNIQUE (hash)
);
