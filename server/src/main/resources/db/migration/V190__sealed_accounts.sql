-- Account numbers and holders' names lie sealed under the server key, both in one column. SQL has no key: each process
-- seals at its start what it finds in the old columns, a few pages at a time, and the index of such rows is empty from
-- then on. The old columns go in a later version. Processes of an earlier version must have been stopped.
-- The constraints are not held against old rows, and so lock for a moment only; they refuse every new row in the clear,
-- whoever writes it. The indexes and the unique constraint are built while their tables are locked: on millions of
-- payouts, seconds.

ALTER TABLE wallet_bank
    ADD COLUMN sealed_account bytea,
    DROP CONSTRAINT wallet_bank_whole,
    ADD CONSTRAINT wallet_bank_whole CHECK (
        num_nonnulls(account_number, account_name) = 0
        AND num_nonnulls(bank_id, bank_name, sealed_account, currency) IN (0, 4)
        AND (narration IS NULL OR bank_id IS NOT NULL)) NOT VALID;
CREATE INDEX wallet_bank_clear ON wallet_bank (wallet) WHERE account_number IS NOT NULL;

ALTER TABLE business_destination
    ADD COLUMN sealed_account bytea,
    DROP CONSTRAINT business_destination_bank,
    ADD CONSTRAINT business_destination_bank CHECK (
        num_nonnulls(account_number, account_name) = 0
        AND num_nonnulls(bank_id, bank_name, sealed_account, currency) = CASE kind WHEN 'bank' THEN 4 ELSE 0 END)
        NOT VALID;
CREATE INDEX business_destination_clear ON business_destination (integration) WHERE account_number IS NOT NULL;

ALTER TABLE payout
    ADD COLUMN sealed_account bytea,
    ALTER COLUMN account_number DROP NOT NULL,
    ALTER COLUMN account_name DROP NOT NULL,
    ADD CONSTRAINT payout_account CHECK (
        sealed_account IS NOT NULL AND num_nonnulls(account_number, account_name) = 0) NOT VALID;
CREATE INDEX payout_clear ON payout (id) WHERE account_number IS NOT NULL;

-- A tenant keeps an account once, and finds it by number or name: by keyed hashes of them, which tell nothing but that
-- two are equal.
ALTER TABLE saved_bank
    ADD COLUMN sealed_account bytea,
    ADD COLUMN number_hash bytea CONSTRAINT saved_bank_number_hash CHECK (octet_length(number_hash) = 32),
    ADD COLUMN name_hash bytea CONSTRAINT saved_bank_name_hash CHECK (octet_length(name_hash) = 32),
    ALTER COLUMN account_number DROP NOT NULL,
    ALTER COLUMN account_name DROP NOT NULL,
    ADD CONSTRAINT saved_bank_sealed CHECK (
        num_nonnulls(sealed_account, number_hash, name_hash) = 3
        AND num_nonnulls(account_number, account_name) = 0) NOT VALID,
    DROP CONSTRAINT saved_bank_account,
    ADD CONSTRAINT saved_bank_account UNIQUE (integration, environment, bank_id, number_hash);
CREATE INDEX saved_bank_clear ON saved_bank (id) WHERE account_number IS NOT NULL;
