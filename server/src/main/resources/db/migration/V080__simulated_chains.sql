-- The sandbox's blockchains. Only what somebody sent has rows: an empty block is computed from the seed, its branch and
-- its height.
-- New tables: no locks to speak of.

CREATE DOMAIN simulated_network AS text
    CONSTRAINT simulated_network_known CHECK (value IN (
        'bitcoin', 'litecoin', 'dogecoin', 'bitcoin_cash', 'ethereum', 'base', 'arbitrum', 'polygon', 'bsc',
        'avalanche', 'tron', 'solana', 'ton'));

-- One clock for all networks. Whoever makes blocks, or changes what is known of a transaction, holds this row.
CREATE TABLE simulated_clock (
    single  boolean CONSTRAINT simulated_clock_pk PRIMARY KEY DEFAULT true
            CONSTRAINT simulated_clock_single CHECK (single),
    seed    bigint      NOT NULL,
    -- Of the tip, the same on every network.
    height  bigint      NOT NULL CONSTRAINT simulated_clock_height CHECK (height >= 0),
    -- The time up to which blocks have been made.
    made_at timestamptz NOT NULL,
    -- Hashes given out so far; the next one follows from it and the seed.
    hashes  bigint      NOT NULL CONSTRAINT simulated_clock_hashes CHECK (hashes >= 0)
) WITH (fillfactor = 50);

-- Time stamps of blocks: a new era begins where counting on from the last one would be wrong.
CREATE TABLE simulated_era (
    from_height bigint      CONSTRAINT simulated_era_pk PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    block_ms    bigint      NOT NULL CONSTRAINT simulated_era_block_ms CHECK (block_ms >= 0)
);

-- Reorganisations. A block belongs to the branch with the highest fork below it; below all forks to branch 0. A branch
-- that no block belongs to any more has no row.
CREATE TABLE simulated_branch (
    network     simulated_network NOT NULL,
    fork_height bigint            NOT NULL CONSTRAINT simulated_branch_fork_height CHECK (fork_height >= 0),
    number      bigint            NOT NULL CONSTRAINT simulated_branch_number CHECK (number > 0),
    CONSTRAINT simulated_branch_pk PRIMARY KEY (network, fork_height),
    CONSTRAINT simulated_branch_once UNIQUE (network, number)
);

CREATE TABLE simulated_tx (
    hash         text              CONSTRAINT simulated_tx_pk PRIMARY KEY
                 CONSTRAINT simulated_tx_hash CHECK (char_length(hash) BETWEEN 1 AND 100),
    arrival      bigint            GENERATED ALWAYS AS IDENTITY,
    network      simulated_network NOT NULL,
    -- What it spends, named by the first transaction that spent it.
    coins        text              NOT NULL,
    sender       text,
    fails        boolean           NOT NULL,
    broadcast_at timestamptz       NOT NULL,
    -- No block below this height takes it.
    not_before   bigint            NOT NULL,
    state        text              NOT NULL CONSTRAINT simulated_tx_state CHECK (state IN ('waiting', 'mined', 'gone')),
    height       bigint,
    ordinal      integer,
    CONSTRAINT simulated_tx_place CHECK (CASE WHEN state = 'mined' THEN height > 0 AND ordinal >= 0
                                              ELSE height IS NULL AND ordinal IS NULL END)
);

-- The same coins are spent once: by one transaction that is mined or may be.
CREATE UNIQUE INDEX simulated_tx_spent_once ON simulated_tx (coins) WHERE state <> 'gone';
CREATE UNIQUE INDEX simulated_tx_mined ON simulated_tx (network, height, ordinal) WHERE state = 'mined';
CREATE INDEX simulated_tx_waiting ON simulated_tx (network, arrival) WHERE state = 'waiting';

CREATE TABLE simulated_output (
    tx        text    NOT NULL CONSTRAINT simulated_output_tx REFERENCES simulated_tx (hash),
    ordinal   integer NOT NULL CONSTRAINT simulated_output_ordinal CHECK (ordinal >= 0),
    recipient text    NOT NULL,
    -- The token moved; absent for the native coin.
    contract  text,
    units     units   NOT NULL CONSTRAINT simulated_output_units CHECK (units > 0),
    CONSTRAINT simulated_output_pk PRIMARY KEY (tx, ordinal)
);

CREATE INDEX simulated_output_recipient ON simulated_output (recipient);
