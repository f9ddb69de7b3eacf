-- What came of holding the books against all else, each time it was done; the latest are kept. New tables: no locks to
-- speak of.

CREATE TABLE reconciliation (
    id         bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT reconciliation_pk PRIMARY KEY,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    CONSTRAINT reconciliation_order CHECK (ended_at >= started_at)
);

CREATE TABLE reconciliation_check (
    reconciliation bigint  NOT NULL
                   CONSTRAINT reconciliation_check_of REFERENCES reconciliation ON DELETE CASCADE,
    position       integer NOT NULL,
    -- What was compared, in words.
    what           text    NOT NULL,
    -- All that were found, and the first of them, one line each.
    fault_count    integer NOT NULL CONSTRAINT reconciliation_check_count CHECK (fault_count >= 0),
    faults         text[]  NOT NULL,
    CONSTRAINT reconciliation_check_pk PRIMARY KEY (reconciliation, position),
    CONSTRAINT reconciliation_check_faults CHECK (cardinality(faults) <= fault_count)
);
