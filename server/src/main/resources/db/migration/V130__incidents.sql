-- Incidents can be decided: corrected or dismissed, by whom; and the chain tells whether the deposit came back.
-- chain_incident has a row for each booked deposit that left its chain, so what locks it is short. deposit gets a column
-- without being rewritten, but is read once for its check: writers of deposits wait meanwhile.

ALTER TABLE deposit
    ADD COLUMN corrections integer NOT NULL DEFAULT 0 CONSTRAINT deposit_corrections CHECK (corrections >= 0);

-- A booked deposit is back when it has a block. Those that were taken to be waiting for one would never be missed.
UPDATE deposit SET missing_since = chain_cursor.height
FROM chain_cursor
WHERE chain_cursor.environment = deposit.environment AND chain_cursor.network = deposit.network
AND status IN ('completed', 'flagged') AND block_height IS NULL AND missing_since IS NULL;

-- Where reading goes on when the pause ends, if further down: what was passed over for a booked deposit's sake.
ALTER TABLE chain_cursor ADD COLUMN read_again_from bigint;

ALTER TABLE chain_incident RENAME COLUMN resolved_at TO decided_at;

ALTER TABLE chain_incident
    -- A deposit may leave its chain again after it came back.
    ADD COLUMN number             integer NOT NULL DEFAULT 1 CONSTRAINT chain_incident_number CHECK (number > 0),
    -- The terms are lost with the correction; these are what it was about.
    ADD COLUMN currency           text
               CONSTRAINT chain_incident_currency CHECK (currency IN ('USD', 'NGN', 'GHS')),
    ADD COLUMN credited_units     units,
    -- The block that was last seen to have the deposit again; empty while none has.
    ADD COLUMN back_height        bigint,
    ADD COLUMN back_hash          text,
    ADD COLUMN back_confirmations integer,
    ADD COLUMN decision           text
               CONSTRAINT chain_incident_decision CHECK (decision IN ('corrected', 'dismissed')),
    ADD COLUMN decided_by         text    CONSTRAINT chain_incident_decided_by CHECK (decided_by <> ''),
    DROP CONSTRAINT chain_incident_pk,
    ADD CONSTRAINT chain_incident_pk PRIMARY KEY (deposit, number);

UPDATE chain_incident
SET currency = deposit.currency,
    credited_units = CASE WHEN status = 'completed' THEN amount_units + markup_units ELSE 0 END
FROM deposit
WHERE deposit.id = chain_incident.deposit;

ALTER TABLE chain_incident
    ALTER COLUMN number DROP DEFAULT,
    ALTER COLUMN currency SET NOT NULL,
    ALTER COLUMN credited_units SET NOT NULL,
    ADD CONSTRAINT chain_incident_held CHECK (held_units BETWEEN 0 AND credited_units),
    ADD CONSTRAINT chain_incident_back CHECK (
        (back_height IS NULL) = (back_hash IS NULL) AND (back_height IS NULL) = (back_confirmations IS NULL)),
    ADD CONSTRAINT chain_incident_decided CHECK (
        (decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL));

CREATE UNIQUE INDEX chain_incident_open ON chain_incident (deposit) WHERE decision IS NULL;
