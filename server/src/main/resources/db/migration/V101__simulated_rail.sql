-- What the sandbox's rail was asked to pay: the memory of something outside, kept here so that it survives a restart.
-- New table: no locks to speak of.

CREATE TABLE simulated_rail_payout (
    reference   text        CONSTRAINT simulated_rail_payout_pk PRIMARY KEY,
    currency    text        NOT NULL,
    amount      units       NOT NULL,
    -- How it ends, by the end of the account number.
    script      text        NOT NULL
                CONSTRAINT simulated_rail_payout_script
                    CHECK (script IN ('paid', 'rejected', 'reversed', 'stuck', 'late')),
    -- When it ends; empty for what never does, or not before it was asked about.
    settles_at  timestamptz,
    -- How often it was submitted. It is paid once.
    submissions integer     NOT NULL CONSTRAINT simulated_rail_payout_submissions CHECK (submissions > 0)
);
