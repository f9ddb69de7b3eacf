-- What a deposit costs on its way, found with pg_stat_statements under load.
-- Rewrites fact and fact_inbox under an exclusive lock: on a large database, minutes.

-- Nobody asks inside a snapshot; json is kept as it was written, jsonb is taken apart and put together again.
ALTER TABLE fact_inbox ALTER COLUMN snapshot TYPE json USING snapshot::json;
ALTER TABLE fact ALTER COLUMN snapshot TYPE json USING snapshot::json;

-- A payout changes three or four times soon after it was placed, and none of that is indexed: with room on its page
-- no index is touched.
ALTER TABLE payout SET (fillfactor = 60);
