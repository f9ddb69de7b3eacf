-- Who uses the platform: integrations, their settings per environment, credentials and PINs.
-- Secrets and PINs are keyed hashes (HMAC-SHA-256, 32 bytes) under a key outside the database.
-- New tables: no locks to speak of.

CREATE TABLE integration (
    id                 object_id   CONSTRAINT integration_pk PRIMARY KEY,
    name               text        NOT NULL
                       CONSTRAINT integration_name_form CHECK (char_length(name) BETWEEN 1 AND 100),
    merchant_reference text        NOT NULL
                       CONSTRAINT integration_merchant_reference UNIQUE
                       CONSTRAINT integration_merchant_reference_form
                           CHECK (merchant_reference ~ '^B-[0-9A-HJKMNP-TV-Z]{6}$'),
    is_active          boolean     NOT NULL,
    is_sandbox         boolean     NOT NULL,
    created_at         timestamptz NOT NULL
);
CREATE UNIQUE INDEX integration_name ON integration (lower(name));
-- The integration made at first start is one, however many processes start first.
CREATE UNIQUE INDEX integration_one_sandbox ON integration (is_sandbox) WHERE is_sandbox;

CREATE TABLE tenant_settings (
    integration      object_id        NOT NULL
                     CONSTRAINT tenant_settings_integration REFERENCES integration (id),
    environment      environment_code NOT NULL,
    receive_currency text             NOT NULL
                     CONSTRAINT tenant_settings_receive_currency CHECK (receive_currency IN ('usd', 'ngn', 'ghs')),
    markup_percent   numeric          NOT NULL
                     CONSTRAINT tenant_settings_markup
                         CHECK (markup_percent BETWEEN 0 AND 10 AND scale(markup_percent) <= 2),
    CONSTRAINT tenant_settings_pk PRIMARY KEY (integration, environment)
);

CREATE TABLE fee_tier (
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    min_usd     bigint           NOT NULL CONSTRAINT fee_tier_min CHECK (min_usd >= 0),
    percent     numeric          NOT NULL
                CONSTRAINT fee_tier_percent CHECK (percent BETWEEN 0 AND 50 AND scale(percent) <= 4),
    CONSTRAINT fee_tier_pk PRIMARY KEY (integration, environment, min_usd),
    CONSTRAINT fee_tier_settings FOREIGN KEY (integration, environment)
        REFERENCES tenant_settings (integration, environment)
);

CREATE TABLE credential (
    id             object_id   CONSTRAINT credential_pk PRIMARY KEY,
    integration    object_id   NOT NULL CONSTRAINT credential_integration REFERENCES integration (id),
    app_id         text        NOT NULL CONSTRAINT credential_app_id UNIQUE,
    secret_hash    bytea       NOT NULL CONSTRAINT credential_secret_hash CHECK (octet_length(secret_hash) = 32),
    -- The secret before the last regeneration, for as long as its grace lasts.
    previous_hash  bytea       CONSTRAINT credential_previous_hash CHECK (octet_length(previous_hash) = 32),
    previous_until timestamptz,
    environments   text[]      NOT NULL
                   CONSTRAINT credential_environments
                       CHECK (cardinality(environments) > 0
                              AND environments <@ ARRAY ['development', 'production']),
    scopes         text[]      NOT NULL
                   CONSTRAINT credential_scopes
                       CHECK (cardinality(scopes) > 0
                              AND scopes <@ ARRAY ['read', 'deposits', 'withdrawals', 'webhooks']),
    -- Address ranges it may be used from; none means from anywhere.
    addresses      text[]      NOT NULL,
    expires_at     timestamptz,
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    created_at     timestamptz NOT NULL,
    CONSTRAINT credential_previous CHECK ((previous_hash IS NULL) = (previous_until IS NULL))
);
CREATE INDEX credential_of_integration ON credential (integration);

-- A tenant without a row has no PIN. Five failures in a row freeze what needs a PIN.
CREATE TABLE tenant_pin (
    integration object_id        NOT NULL,
    environment environment_code NOT NULL,
    pin_hash    bytea            NOT NULL CONSTRAINT tenant_pin_hash CHECK (octet_length(pin_hash) = 32),
    failures    integer          NOT NULL CONSTRAINT tenant_pin_failures CHECK (failures BETWEEN 0 AND 5),
    CONSTRAINT tenant_pin_pk PRIMARY KEY (integration, environment),
    CONSTRAINT tenant_pin_settings FOREIGN KEY (integration, environment)
        REFERENCES tenant_settings (integration, environment)
);
