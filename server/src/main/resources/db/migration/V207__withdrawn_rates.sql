-- A rate set by hand can be withdrawn before it expires. It stays the last of its pair, so that the next one is still
-- held against it.
-- manual_rate gets two columns without being rewritten; its few rows are read once for the check.

ALTER TABLE manual_rate
    ADD COLUMN withdrawn_at timestamptz,
    ADD COLUMN withdrawn_by text CONSTRAINT manual_rate_withdrawn_by CHECK (withdrawn_by <> ''),
    ADD CONSTRAINT manual_rate_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));
