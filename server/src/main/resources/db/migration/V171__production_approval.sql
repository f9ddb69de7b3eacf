-- Whether an integration may use production. Those that exist may, those that people make by signing up wait for an
-- operator. The table has a row per business; adding a column with a constant default does not rewrite it.

ALTER TABLE integration ADD COLUMN production_approved boolean NOT NULL DEFAULT true;
ALTER TABLE integration ALTER COLUMN production_approved DROP DEFAULT;
