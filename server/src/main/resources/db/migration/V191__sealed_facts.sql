-- Snapshots of facts lie sealed under the server key, as accounts do (V190): some of them hold accounts.
-- The indexes are built while their tables are locked: on millions of facts, seconds. At the first start after this
-- every fact is written once more, some ten thousand a second.

ALTER TABLE fact_inbox
    ADD COLUMN sealed_snapshot bytea,
    ALTER COLUMN snapshot DROP NOT NULL,
    ADD CONSTRAINT fact_inbox_sealed CHECK (sealed_snapshot IS NOT NULL AND snapshot IS NULL) NOT VALID;
CREATE INDEX fact_inbox_clear ON fact_inbox (arrival) WHERE snapshot IS NOT NULL;

ALTER TABLE fact
    ADD COLUMN sealed_snapshot bytea,
    ALTER COLUMN snapshot DROP NOT NULL,
    ADD CONSTRAINT fact_sealed CHECK (sealed_snapshot IS NOT NULL AND snapshot IS NULL) NOT VALID;
CREATE INDEX fact_clear ON fact (position) WHERE snapshot IS NOT NULL;
