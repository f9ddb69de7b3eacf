-- What hot wallets send on the sandbox's networks: transactions that have a nonce and a price.
-- New tables: no locks to speak of.

CREATE TABLE simulated_outgoing (
    -- Of a row in simulated_tx, whose coins are network, wallet and nonce together.
    hash    text              CONSTRAINT simulated_outgoing_pk PRIMARY KEY,
    network simulated_network NOT NULL,
    wallet  text              NOT NULL,
    nonce   bigint            NOT NULL CONSTRAINT simulated_outgoing_nonce CHECK (nonce >= 0),
    price   units             NOT NULL CONSTRAINT simulated_outgoing_price CHECK (price > 0),
    -- Moves nothing, on purpose.
    fills   boolean           NOT NULL
);
CREATE INDEX simulated_outgoing_wallet ON simulated_outgoing (network, wallet, nonce);

-- What a transaction has to offer to be taken by a block, where it is not the usual.
CREATE TABLE simulated_price (
    network simulated_network CONSTRAINT simulated_price_pk PRIMARY KEY,
    price   units             NOT NULL CONSTRAINT simulated_price_positive CHECK (price > 0)
);
