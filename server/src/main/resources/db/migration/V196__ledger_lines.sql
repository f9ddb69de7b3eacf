-- Whose transfer it is, and what was moved on which day: what ledger lines and statements are read by.
-- Goes through all postings twice, and rewrites the first line of each transfer that concerns a tenant: on a million
-- deposits some minutes, during which nothing is booked.

-- On the first line of a transfer, the account of the tenant whose money it is about. On that line alone: the others are
-- found by their cause, and an index of transfers is a third of one of lines.
ALTER TABLE posting ADD COLUMN concerns bigint;

UPDATE posting SET concerns = owned.account
FROM (
    SELECT DISTINCT ON (posting.subject, posting.purpose) posting.subject, posting.purpose, account.id AS account
    FROM posting JOIN account ON account.id IN (posting.from_account, posting.to_account)
    WHERE account.owner IS NOT NULL
    ORDER BY posting.subject, posting.purpose, posting.line
) AS owned
WHERE posting.subject = owned.subject AND posting.purpose = owned.purpose AND posting.line = 0;

-- Coins of flagged deposits go through no account of the tenant, who has one by then in most cases.
UPDATE posting SET concerns = account.id
FROM deposit JOIN account
    ON account.kind = 'tenant' AND account.environment = deposit.environment AND account.owner = deposit.integration
    AND account.asset = coalesce(deposit.currency, (
        SELECT asset FROM account AS any_of
        WHERE any_of.kind = 'tenant' AND any_of.environment = deposit.environment
        AND any_of.owner = deposit.integration
        ORDER BY id LIMIT 1))
WHERE posting.subject = deposit.id AND posting.line = 0 AND posting.concerns IS NULL;

CREATE INDEX posting_concerns ON posting (concerns, at, id) WHERE concerns IS NOT NULL;

-- What was moved into and out of each account, per day and purpose, up to the posting of checkpoint_mark.
CREATE TABLE account_day (
    account  bigint  NOT NULL,
    -- Of UTC.
    day      date    NOT NULL,
    purpose  text    NOT NULL,
    -- Into the account; else out of it.
    incoming boolean NOT NULL,
    postings bigint  NOT NULL CONSTRAINT account_day_postings CHECK (postings > 0),
    units    units   NOT NULL CONSTRAINT account_day_units CHECK (units > 0),
    CONSTRAINT account_day_pk PRIMARY KEY (account, day, purpose, incoming)
);

INSERT INTO account_day (account, day, purpose, incoming, postings, units)
SELECT account, day, purpose, incoming, count(*), sum(units)
FROM (
    SELECT to_account AS account, (at AT TIME ZONE 'UTC')::date AS day, purpose, true AS incoming, units
    FROM posting WHERE id <= (SELECT last_posting FROM checkpoint_mark)
    UNION ALL
    SELECT from_account, (at AT TIME ZONE 'UTC')::date, purpose, false, units
    FROM posting WHERE id <= (SELECT last_posting FROM checkpoint_mark)
) AS moved
GROUP BY account, day, purpose, incoming;
