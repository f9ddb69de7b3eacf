-- Who signs in to the dashboard: persons, their second factors, sessions, places in businesses, invitations.
-- Tokens and codes are keyed hashes (HMAC-SHA-256, 32 bytes) under a key outside the database, TOTP secrets are sealed
-- under it, passwords are Argon2id with its parameters.
-- New tables: no locks to speak of.

CREATE DOMAIN token_hash AS bytea
    CONSTRAINT token_hash_length CHECK (octet_length(value) = 32);

CREATE TABLE person (
    id                   object_id   CONSTRAINT person_pk PRIMARY KEY,
    email                text        NOT NULL
                         CONSTRAINT person_email UNIQUE
                         CONSTRAINT person_email_form CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$'),
    name                 text        NOT NULL
                         CONSTRAINT person_name_form CHECK (char_length(name) BETWEEN 1 AND 100),
    password_hash        text        NOT NULL
                         CONSTRAINT person_password_hash CHECK (password_hash LIKE '$argon2id$%'),
    must_change_password boolean     NOT NULL,
    is_operator          boolean     NOT NULL,
    is_disabled          boolean     NOT NULL,
    is_first             boolean     NOT NULL,
    created_at           timestamptz NOT NULL
);
-- The person made at first start is one, however many processes start first.
CREATE UNIQUE INDEX person_one_first ON person (is_first) WHERE is_first;

-- An authenticator app: the one that counts, and the one that waits for its first code.
CREATE TABLE totp (
    person       object_id NOT NULL CONSTRAINT totp_person REFERENCES person (id),
    is_confirmed boolean   NOT NULL,
    secret       bytea     NOT NULL,
    -- The last half minute a code was taken for; earlier ones and itself are used up.
    last_step    bigint    NOT NULL,
    CONSTRAINT totp_pk PRIMARY KEY (person, is_confirmed)
);

-- A code that was used is gone.
CREATE TABLE recovery_code (
    person    object_id  NOT NULL CONSTRAINT recovery_code_person REFERENCES person (id),
    code_hash token_hash NOT NULL,
    CONSTRAINT recovery_code_pk PRIMARY KEY (person, code_hash)
);

CREATE TABLE passkey (
    id            object_id   CONSTRAINT passkey_pk PRIMARY KEY,
    person        object_id   NOT NULL CONSTRAINT passkey_person REFERENCES person (id),
    -- The authenticator's own id of it, and its public key with what belongs to it, as WebAuthn encodes them.
    credential_id bytea       NOT NULL
                  CONSTRAINT passkey_credential UNIQUE
                  CONSTRAINT passkey_credential_length CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
    public_key    bytea       NOT NULL,
    signatures    bigint      NOT NULL CONSTRAINT passkey_signatures CHECK (signatures >= 0),
    name          text        NOT NULL CONSTRAINT passkey_name_form CHECK (char_length(name) BETWEEN 1 AND 100),
    is_syncable   boolean     NOT NULL,
    is_synced     boolean     NOT NULL,
    transports    text[]      NOT NULL,
    created_at    timestamptz NOT NULL,
    last_used_at  timestamptz
);
CREATE INDEX passkey_of_person ON passkey (person);

CREATE TABLE session (
    id           object_id   CONSTRAINT session_pk PRIMARY KEY,
    token_hash   token_hash  NOT NULL CONSTRAINT session_token UNIQUE,
    person       object_id   NOT NULL CONSTRAINT session_person REFERENCES person (id),
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    fresh_until  timestamptz NOT NULL,
    address      text        NOT NULL,
    user_agent   text        NOT NULL
);
CREATE INDEX session_of_person ON session (person);
CREATE INDEX session_last_seen ON session (last_seen_at);

-- Half signed in: the password was right, the second factor is outstanding.
CREATE TABLE sign_in_step (
    token_hash token_hash  CONSTRAINT sign_in_step_pk PRIMARY KEY,
    person     object_id   NOT NULL CONSTRAINT sign_in_step_person REFERENCES person (id),
    -- The session that is being confirmed; none for a new one.
    session    object_id   CONSTRAINT sign_in_step_session REFERENCES session (id) ON DELETE CASCADE,
    tries      integer     NOT NULL CONSTRAINT sign_in_step_tries CHECK (tries BETWEEN 0 AND 5),
    expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_step_of_person ON sign_in_step (person);
CREATE INDEX sign_in_step_of_session ON sign_in_step (session);
CREATE INDEX sign_in_step_expires ON sign_in_step (expires_at);

-- A browser that has signed in fully before.
CREATE TABLE device (
    token_hash   token_hash  CONSTRAINT device_pk PRIMARY KEY,
    person       object_id   NOT NULL CONSTRAINT device_person REFERENCES person (id),
    last_used_at timestamptz NOT NULL
);
CREATE INDEX device_of_person ON device (person);
CREATE INDEX device_last_used ON device (last_used_at);

-- What an authenticator is asked to sign, once.
CREATE TABLE passkey_challenge (
    challenge  token_hash  CONSTRAINT passkey_challenge_pk PRIMARY KEY,
    -- What the answer is for: a new passkey, a sign-in, a second step, a session that is being confirmed.
    use        text        NOT NULL
               CONSTRAINT passkey_challenge_use CHECK (use IN ('enrol', 'sign-in', 'step', 'confirm')),
    -- The hash of the step's token, or the id of the session; none for a sign-in.
    bound_to   text        NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_expires ON passkey_challenge (expires_at);

-- Tries, by the keyed hash of what they are counted for.
CREATE TABLE sign_in_budget (
    key     token_hash  CONSTRAINT sign_in_budget_pk PRIMARY KEY,
    used    integer     NOT NULL CONSTRAINT sign_in_budget_used CHECK (used >= 0),
    ends_at timestamptz NOT NULL
);
CREATE INDEX sign_in_budget_ends ON sign_in_budget (ends_at);

CREATE TABLE membership (
    person      object_id   NOT NULL CONSTRAINT membership_person REFERENCES person (id),
    integration object_id   NOT NULL CONSTRAINT membership_integration REFERENCES integration (id),
    role        text        NOT NULL
                CONSTRAINT membership_role CHECK (role IN ('owner', 'admin', 'developer', 'finance', 'viewer')),
    since       timestamptz NOT NULL,
    CONSTRAINT membership_pk PRIMARY KEY (person, integration)
);
CREATE INDEX membership_of_integration ON membership (integration);

CREATE TABLE invitation (
    id          object_id   CONSTRAINT invitation_pk PRIMARY KEY,
    token_hash  token_hash  NOT NULL CONSTRAINT invitation_token UNIQUE,
    email       text        NOT NULL,
    -- The place that is offered; none for the right to found a business.
    integration object_id   CONSTRAINT invitation_integration REFERENCES integration (id),
    role        text
                CONSTRAINT invitation_role CHECK (role IN ('owner', 'admin', 'developer', 'finance', 'viewer')),
    -- None for the command line.
    invited_by  object_id   CONSTRAINT invitation_invited_by REFERENCES person (id),
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    revoked_at  timestamptz,
    CONSTRAINT invitation_place CHECK ((integration IS NULL) = (role IS NULL)),
    CONSTRAINT invitation_end CHECK (used_at IS NULL OR revoked_at IS NULL)
);
CREATE INDEX invitation_of_integration ON invitation (integration, created_at);

-- A link for a forgotten password. A later one takes the place of an earlier one.
CREATE TABLE password_reset (
    person          object_id   CONSTRAINT password_reset_pk PRIMARY KEY
                                CONSTRAINT password_reset_person REFERENCES person (id),
    token_hash      token_hash  NOT NULL CONSTRAINT password_reset_token UNIQUE,
    removes_factors boolean     NOT NULL,
    expires_at      timestamptz NOT NULL
);

CREATE VIEW known_person AS
SELECT p.id, p.email, p.name, p.password_hash, p.must_change_password, p.is_operator, p.is_disabled, p.is_first,
       p.created_at,
       EXISTS (SELECT FROM totp t WHERE t.person = p.id AND t.is_confirmed)
           OR EXISTS (SELECT FROM passkey k WHERE k.person = p.id) AS has_second_factor
FROM person p;
