-- A deposit whose settlement came back may be settled again: each attempt has its number, and there is one payout or
-- withdrawal of each. The new constraints are built while their tables are locked: on millions of payouts, seconds.

ALTER TABLE settlement ADD COLUMN attempt integer NOT NULL DEFAULT 1
    CONSTRAINT settlement_attempt CHECK (attempt > 0);

ALTER TABLE payout ADD COLUMN attempt integer NOT NULL DEFAULT 1 CONSTRAINT payout_attempt CHECK (attempt > 0);
ALTER TABLE payout DROP CONSTRAINT payout_deposit, ADD CONSTRAINT payout_deposit UNIQUE (deposit, attempt);

ALTER TABLE withdrawal ADD COLUMN attempt integer NOT NULL DEFAULT 1
    CONSTRAINT withdrawal_attempt CHECK (attempt > 0);
ALTER TABLE withdrawal DROP CONSTRAINT withdrawal_deposit, ADD CONSTRAINT withdrawal_deposit UNIQUE (deposit, attempt);
