-- What an operator asks about chains: how they were last found, when they were reorganised, and who paused them.
-- chain_cursor has a row for each chain: what locks it is short. The other tables are new.

-- A pause that somebody made by hand, apart from the one that incidents make: neither ends the other.
ALTER TABLE chain_cursor
    ADD COLUMN hand_paused    text CONSTRAINT chain_cursor_hand_paused CHECK (hand_paused <> ''),
    ADD COLUMN hand_paused_by text CONSTRAINT chain_cursor_hand_paused_by CHECK (hand_paused_by <> ''),
    ADD COLUMN hand_paused_at timestamptz,
    ADD CONSTRAINT chain_cursor_hand_pause CHECK (
        (hand_paused IS NULL) = (hand_paused_by IS NULL) AND (hand_paused IS NULL) = (hand_paused_at IS NULL));

-- How a chain was found when it was last looked at. Not in chain_cursor, whose rows are fences that others wait for; a
-- chain whose nodes never answered has a row here and none there.
CREATE TABLE chain_look (
    environment environment_code NOT NULL,
    network     text             NOT NULL,
    -- Of the best branch, at the last look that was answered.
    tip         bigint,
    looked_at   timestamptz,
    -- The last trouble there was; it is over when looked_at is later.
    trouble     text,
    troubled_at timestamptz,
    CONSTRAINT chain_look_pk PRIMARY KEY (environment, network),
    CONSTRAINT chain_look_answered CHECK ((tip IS NULL) = (looked_at IS NULL)),
    CONSTRAINT chain_look_troubled CHECK ((trouble IS NULL) = (troubled_at IS NULL))
) WITH (fillfactor = 50);

-- Each time reading went back because blocks had been replaced: from the height read to the last block both branches
-- share.
CREATE TABLE chain_reorganisation (
    id            bigint           GENERATED ALWAYS AS IDENTITY CONSTRAINT chain_reorganisation_pk PRIMARY KEY,
    environment   environment_code NOT NULL,
    network       text             NOT NULL,
    height_read   bigint           NOT NULL,
    height_shared bigint           NOT NULL,
    noticed_at    timestamptz      NOT NULL,
    CONSTRAINT chain_reorganisation_depth CHECK (height_read > height_shared)
);
CREATE INDEX chain_reorganisation_of_chain ON chain_reorganisation (environment, network, id);

-- The operator looks for what arrived at an address, or in a block. Builds two indexes on a table of odd arrivals;
-- writers of them wait meanwhile.
CREATE INDEX arrival_of_wallet ON arrival (wallet, seen_at);
CREATE INDEX arrival_by_block ON arrival (environment, network, block_height);
CREATE INDEX arrival_newest ON arrival (seen_at);
