-- Deposits: what arrived at our addresses, and how far each chain has been read.

-- How far a chain was read. The row is the fence: a watcher locks it, compares what it read from, and moves it together
-- with its findings.
CREATE TABLE chain_cursor (
    environment environment_code NOT NULL,
    network     text             NOT NULL,
    height      bigint           NOT NULL,
    hash        text             NOT NULL,
    moved_at    timestamptz      NOT NULL,
    -- Set when a credited deposit was reorganised away: nothing is read until the operator has looked.
    paused      text,
    CONSTRAINT chain_cursor_pk PRIMARY KEY (environment, network)
);

-- Blocks we stood on, to find the common ancestor after a reorganisation. Thinned out with depth.
CREATE TABLE chain_trail (
    environment environment_code NOT NULL,
    network     text             NOT NULL,
    height      bigint           NOT NULL,
    hash        text             NOT NULL,
    CONSTRAINT chain_trail_pk PRIMARY KEY (environment, network, height)
);

CREATE TABLE deposit (
    id                  object_id        CONSTRAINT deposit_pk PRIMARY KEY,
    integration         object_id        NOT NULL,
    environment         environment_code NOT NULL,
    wallet              object_id        NOT NULL,
    network             text             NOT NULL,
    asset               text             NOT NULL,
    wrong_asset         boolean          NOT NULL,
    tx_hash             text             NOT NULL,
    position            text             NOT NULL,
    out_index           integer          NOT NULL,
    address             text             NOT NULL,
    sender              text,
    units               units            NOT NULL CONSTRAINT deposit_units CHECK (units > 0),

    status              text             NOT NULL CONSTRAINT deposit_status CHECK (status IN
                        ('pending', 'flagged', 'completed', 'deleted')),
    block_height        bigint,
    block_hash          text,
    -- The height since which the chain is without it; empty while it is in a block or known to wait for one.
    missing_since       bigint,
    -- Mock trades may start deeper than they lie.
    confirmation_offset integer          NOT NULL DEFAULT 0 CONSTRAINT deposit_offset CHECK (confirmation_offset >= 0),
    -- A mock trade's own value in dollars, and its reference.
    given_usd           numeric,
    reference           text,

    sequence            integer          NOT NULL,
    announced_confirmations integer,
    announce_at         timestamptz      NOT NULL,
    credit_after        timestamptz      NOT NULL,

    price               numeric,
    price_source        text,
    priced_at           timestamptz,
    amount_usd          numeric,
    currency            text             CONSTRAINT deposit_currency CHECK (currency IN ('USD', 'NGN', 'GHS')),
    rate                numeric,
    rate_source         text,
    rated_at            timestamptz,
    conversion_rate     numeric,
    fee_percentage      numeric,
    fee_usd             numeric,
    fee_units           units,
    amount_units        units,
    markup_percentage   numeric,
    markup_units        units,
    flag_fee_usd        numeric          NOT NULL DEFAULT 0,
    flag_fee_units      units,
    flag_reason         text             CONSTRAINT deposit_flag_reason CHECK (flag_reason IN
                        ('below_minimum', 'failed_screening', 'wrong_asset')),
    reason              text,
    created_at          timestamptz      NOT NULL,
    updated_at          timestamptz      NOT NULL,

    -- The identity on the chain. The recipient belongs to it: a call may pay somebody else on another branch.
    CONSTRAINT deposit_transfer UNIQUE (environment, network, tx_hash, position, address),
    CONSTRAINT deposit_reference UNIQUE (environment, integration, reference),
    CONSTRAINT deposit_block CHECK ((block_height IS NULL) = (block_hash IS NULL)),
    CONSTRAINT deposit_missing CHECK (missing_since IS NULL OR block_height IS NULL),
    CONSTRAINT deposit_flagged CHECK ((status = 'flagged') <= (flag_reason IS NOT NULL)),
    -- Flagged ones state what they would have brought; only completed ones were booked.
    CONSTRAINT deposit_terms CHECK ((status IN ('flagged', 'completed')) = (amount_units IS NOT NULL))
);

CREATE INDEX deposit_of_tenant ON deposit (integration, environment, id DESC);
CREATE INDEX deposit_to_credit ON deposit (environment, network, block_height) WHERE status = 'pending';
CREATE INDEX deposit_in_no_block ON deposit (environment, network)
    WHERE status <> 'deleted' AND block_height IS NULL;
CREATE INDEX deposit_to_announce ON deposit (announce_at) WHERE status = 'pending';
CREATE INDEX deposit_held ON deposit (wallet) WHERE status = 'flagged';
CREATE INDEX deposit_by_block ON deposit (environment, network, block_height) WHERE status <> 'pending';

-- Transfers to our addresses that are no deposit: an unknown token, or dust.
CREATE TABLE arrival (
    environment  environment_code NOT NULL,
    network      text             NOT NULL,
    tx_hash      text             NOT NULL,
    position     text             NOT NULL,
    address      text             NOT NULL,
    wallet       object_id        NOT NULL,
    integration  object_id        NOT NULL,
    contract     text,
    units        units            NOT NULL,
    why          text             NOT NULL CONSTRAINT arrival_why CHECK (why IN ('unknown_token', 'dust')),
    block_height bigint,
    block_hash   text,
    seen_at      timestamptz      NOT NULL,
    CONSTRAINT arrival_pk PRIMARY KEY (environment, network, tx_hash, position, address)
);

-- Credited deposits that left their chain: the operator decides.
CREATE TABLE chain_incident (
    deposit     object_id   CONSTRAINT chain_incident_pk PRIMARY KEY,
    held_units  units       NOT NULL,
    noticed_at  timestamptz NOT NULL,
    resolved_at timestamptz
);
