-- Types every table uses.
-- New database: no locks to speak of.

CREATE DOMAIN object_id AS text
    CONSTRAINT object_id_form CHECK (value ~ '^[0-9a-f]{24}$');

CREATE DOMAIN environment_code AS text
    CONSTRAINT environment_code_form CHECK (value IN ('development', 'production'));

-- Exact amounts in an asset's smallest unit; one ether is 10^18 of them.
CREATE DOMAIN units AS numeric(78, 0);
