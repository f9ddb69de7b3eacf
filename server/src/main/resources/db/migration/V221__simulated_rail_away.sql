-- Whether the sandbox's rail answers nobody now, as somebody wanted it to try an outage. A new table: no locks to speak
-- of.

CREATE TABLE simulated_rail_outage (
    one_row boolean     CONSTRAINT simulated_rail_outage_pk PRIMARY KEY
          CONSTRAINT simulated_rail_outage_one_row CHECK (one_row),
    since   timestamptz NOT NULL
);
