-- The books. A posting is one row from one account to another, so debits equal credits by construction; a transfer is
-- the postings that share a cause (purpose and subject). Rows are only ever inserted.

CREATE TABLE account (
    id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT account_pk PRIMARY KEY,
    kind        text             NOT NULL CONSTRAINT account_kind CHECK (kind IN
                ('tenant', 'liquidity', 'fees', 'custody', 'suspense', 'rail', 'receivable')),
    environment environment_code NOT NULL,
    owner       object_id,
    asset       text             NOT NULL,
    CONSTRAINT account_name UNIQUE NULLS NOT DISTINCT (environment, kind, owner, asset),
    CONSTRAINT account_owner CHECK ((owner IS NOT NULL) = (kind IN ('tenant', 'receivable')))
);

-- Only guarded accounts have a row here: it is what a writer locks, and what can never fall below zero.
CREATE TABLE guarded_balance (
    account bigint CONSTRAINT guarded_balance_pk PRIMARY KEY
            CONSTRAINT guarded_balance_account REFERENCES account,
    posted  units NOT NULL,
    held    units NOT NULL CONSTRAINT guarded_balance_held CHECK (held >= 0),
    CONSTRAINT guarded_balance_not_negative CHECK (posted - held >= 0)
) WITH (fillfactor = 50); -- the hottest rows of the database: leave room to update them in place

-- No foreign keys to account: each would share-lock the same few account rows from every writer at once. Accounts are
-- never deleted, and the audit compares.
CREATE TABLE posting (
    id           bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT posting_pk PRIMARY KEY,
    subject      object_id   NOT NULL,
    purpose      text        NOT NULL,
    line         integer     NOT NULL,
    from_account bigint      NOT NULL,
    to_account   bigint      NOT NULL,
    units        units       NOT NULL CONSTRAINT posting_moves_something CHECK (units > 0),
    at           timestamptz NOT NULL,
    CONSTRAINT posting_two_accounts CHECK (from_account <> to_account),
    -- A cause is booked at most once, whatever the program does.
    CONSTRAINT posting_cause UNIQUE (subject, purpose, line)
);

CREATE TABLE hold (
    subject   object_id   NOT NULL,
    purpose   text        NOT NULL,
    account   bigint      NOT NULL,
    units     units       NOT NULL CONSTRAINT hold_holds_something CHECK (units > 0),
    state     text        NOT NULL CONSTRAINT hold_state CHECK (state IN ('open', 'posted', 'released')),
    placed_at timestamptz NOT NULL,
    ended_at  timestamptz,
    CONSTRAINT hold_pk PRIMARY KEY (subject, purpose),
    CONSTRAINT hold_ended CHECK ((state = 'open') = (ended_at IS NULL))
);

CREATE INDEX hold_open ON hold (account) WHERE state = 'open';

-- Balances of accounts without a row: what they were at a posting, so that a question adds up only the postings since.
CREATE TABLE checkpoint (
    account      bigint CONSTRAINT checkpoint_pk PRIMARY KEY,
    balance      units  NOT NULL
);

CREATE TABLE checkpoint_mark (
    single       boolean CONSTRAINT checkpoint_mark_pk PRIMARY KEY DEFAULT true
                 CONSTRAINT checkpoint_mark_single CHECK (single),
    last_posting bigint  NOT NULL
);
INSERT INTO checkpoint_mark (last_posting) VALUES (0);
