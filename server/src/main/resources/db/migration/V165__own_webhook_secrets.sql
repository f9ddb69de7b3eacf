-- An environment may have webhook secrets of its own; until it does, it shares those of both.
-- The table has a few rows per integration.

ALTER TABLE webhook_secret
    ADD COLUMN scope text NOT NULL DEFAULT 'both'
        CONSTRAINT webhook_secret_scope CHECK (scope IN ('both', 'development', 'production')),
    DROP CONSTRAINT webhook_secret_pk,
    ADD CONSTRAINT webhook_secret_pk PRIMARY KEY (integration, scope, version);
ALTER TABLE webhook_secret ALTER COLUMN scope DROP DEFAULT;
DROP INDEX webhook_secret_current;
CREATE UNIQUE INDEX webhook_secret_current ON webhook_secret (integration, scope) WHERE valid_until IS NULL;
