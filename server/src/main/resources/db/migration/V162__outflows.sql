-- Payouts and withdrawals as one list: what the room lists needs of withdrawals, and a view of both.
-- The new column rewrites withdrawal, which is new and empty.

ALTER TABLE withdrawal ADD COLUMN inserted_in xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE withdrawal ADD COLUMN returned text GENERATED ALWAYS AS (
    CASE WHEN status IN ('rejected', 'reversed') THEN status END) STORED;
-- Beside its id; receivers keep the two apart.
ALTER TABLE withdrawal ADD COLUMN reference text NOT NULL GENERATED ALWAYS AS ('wd' || id) STORED;

CREATE INDEX withdrawal_inserted_in ON withdrawal (inserted_in);
CREATE INDEX withdrawal_returned ON withdrawal (integration, environment, returned, created_at, id)
    WHERE returned IS NOT NULL;
CREATE INDEX withdrawal_reference ON withdrawal (integration, environment, reference);

-- The columns must have the same types on both sides, or the planner cannot read each side by its indexes.
CREATE VIEW outflow AS
SELECT id, integration, environment, created_at, inserted_in, true AS is_payout, status, returned, currency, external_id,
       reference, deposit
FROM payout
UNION ALL
SELECT id, integration, environment, created_at, inserted_in, false, status, returned, 'usd'::text, external_id,
       reference, deposit
FROM withdrawal;

UPDATE list_horizon SET list = 'outflow' WHERE list = 'payout';
