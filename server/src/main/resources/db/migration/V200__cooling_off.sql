-- How long a newly saved bank or address may not be withdrawn to from the dashboard: a day in production, nothing in
-- development. What was in force before the last change stays, because a shorter time counts only once that has passed.
-- A row per integration and environment; the table is rewritten for no column.

ALTER TABLE tenant_settings
    ADD COLUMN cooling_off_seconds integer NOT NULL DEFAULT 0
        CONSTRAINT tenant_settings_cooling_off CHECK (cooling_off_seconds BETWEEN 0 AND 2592000),
    ADD COLUMN former_cooling_off_seconds integer NOT NULL DEFAULT 0
        CONSTRAINT tenant_settings_former_cooling_off CHECK (former_cooling_off_seconds BETWEEN 0 AND 2592000),
    ADD COLUMN cooling_off_changed_at timestamptz NOT NULL DEFAULT 'epoch';
UPDATE tenant_settings SET cooling_off_seconds = 86400, former_cooling_off_seconds = 86400
WHERE environment = 'production';
ALTER TABLE tenant_settings
    ALTER COLUMN cooling_off_seconds DROP DEFAULT,
    ALTER COLUMN former_cooling_off_seconds DROP DEFAULT,
    ALTER COLUMN cooling_off_changed_at DROP DEFAULT;
