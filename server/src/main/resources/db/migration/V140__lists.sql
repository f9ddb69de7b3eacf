-- Lists that stay fast: an index for each field they may be filtered by, and counts that need not read every row.
-- How the counts work is told in the room lists, at ListCheckpoints.
-- Builds indexes: writers of these tables wait meanwhile, on a million deposits some ten seconds in all. payout and
-- webhook_record are rewritten for their new column, under an exclusive lock.

-- The transaction that inserted the row. What is there counts as inserted before all others.
ALTER TABLE deposit ADD COLUMN inserted_in xid8 NOT NULL DEFAULT '0';
ALTER TABLE deposit ALTER COLUMN inserted_in SET DEFAULT pg_current_xact_id();
ALTER TABLE payout ADD COLUMN inserted_in xid8 NOT NULL DEFAULT '0';
ALTER TABLE payout ALTER COLUMN inserted_in SET DEFAULT pg_current_xact_id();

CREATE INDEX deposit_inserted_in ON deposit (inserted_in);
CREATE INDEX payout_inserted_in ON payout (inserted_in);

-- A list is ordered by the time of making, then by id. Every change of a deposit writes all its indexes anew, hence as
-- little as serves: completed ones, which are most, are found in the order itself; of an asset there are either so many
-- that they are found there too, or so few that they can be sorted, and one without the order is a tenth of the size.
CREATE INDEX deposit_newest ON deposit (integration, environment, created_at, id);
CREATE INDEX deposit_by_status ON deposit (integration, environment, status, created_at, id)
    WHERE status <> 'completed';
CREATE INDEX deposit_by_asset ON deposit (integration, environment, asset);
CREATE INDEX deposit_by_wallet ON deposit (integration, environment, wallet, created_at);
DROP INDEX deposit_of_tenant;
DROP INDEX deposit_of_wallet;

-- Set when a payout comes back, which few do. Not the status itself: that changes three or four times, and while no
-- indexed column changes no index is touched. Those under way are found by their jobs.
ALTER TABLE payout ADD COLUMN returned text GENERATED ALWAYS AS (
    CASE WHEN status IN ('rejected', 'reversed') THEN status END) STORED;
CREATE INDEX payout_returned ON payout (integration, environment, returned, created_at, id)
    WHERE returned IS NOT NULL;
CREATE INDEX payout_by_currency ON payout (integration, environment, currency);

CREATE INDEX wallet_by_creation ON wallet (integration, environment, created_at, id);
CREATE INDEX wallet_by_label ON wallet (integration, environment, label);

-- Empty unless a delivery failed, so that noting a delivery touches no index.
ALTER TABLE webhook_record ADD COLUMN failed boolean GENERATED ALWAYS AS (
    CASE WHEN status = 'failed' THEN true END) STORED;
CREATE INDEX webhook_record_failed ON webhook_record (integration, environment, created_at, id) WHERE failed;
CREATE INDEX webhook_record_by_type ON webhook_record (integration, environment, event_type);

-- Up to where a list was counted: rows of all transactions before this one.
CREATE TABLE list_horizon (
    list text CONSTRAINT list_horizon_pk PRIMARY KEY,
    upto xid8 NOT NULL
);
INSERT INTO list_horizon (list, upto) VALUES ('deposit', '0'), ('payout', '0');

-- How many rows of a tenant were counted.
CREATE TABLE list_total (
    list        text             NOT NULL,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    total       bigint           NOT NULL CONSTRAINT list_total_positive CHECK (total > 0),
    CONSTRAINT list_total_pk PRIMARY KEY (list, integration, environment)
);

-- How many of the counted rows are older than a certain one, every thousand rows or so: where far pages begin.
CREATE TABLE list_mark (
    list        text             NOT NULL,
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    created_at  timestamptz      NOT NULL,
    id          object_id        NOT NULL,
    older       bigint           NOT NULL CONSTRAINT list_mark_older CHECK (older > 0),
    CONSTRAINT list_mark_pk PRIMARY KEY (list, integration, environment, created_at, id)
);
CREATE INDEX list_mark_place ON list_mark (list, integration, environment, older);
