-- What became of the settlement of each credited deposit that had somewhere to go.
-- New table: no locks to speak of.

CREATE TABLE settlement (
    -- The key is the rule: a deposit is settled, or skipped, once.
    deposit     object_id   CONSTRAINT settlement_pk PRIMARY KEY,
    payout      object_id   CONSTRAINT settlement_payout UNIQUE,
    currency    text        NOT NULL CONSTRAINT settlement_currency CHECK (currency IN ('usd', 'ngn', 'ghs')),
    -- What was, or would have been, paid out.
    amount      units       NOT NULL CONSTRAINT settlement_amount CHECK (amount >= 0),
    outcome     text        NOT NULL CONSTRAINT settlement_outcome CHECK (outcome IN ('placed', 'skipped')),
    skip_reason text
                CONSTRAINT settlement_skip_reason CHECK (skip_reason IN (
                    'insufficient balance', 'below minimum', 'above maximum', 'no payout rail')),
    at          timestamptz NOT NULL,
    CONSTRAINT settlement_payout_of_placed CHECK ((payout IS NOT NULL) = (outcome = 'placed')),
    CONSTRAINT settlement_reason_of_skipped CHECK ((skip_reason IS NOT NULL) = (outcome = 'skipped'))
);
