-- What a deposit costs on its way, found with auto_explain and perf under load.
-- Builds an index for which all deposits are read once; writers of them wait meanwhile.

-- The creditor takes the oldest deposits of a chain. With the id at its end the index has them in the whole order, so
-- that no plan sorts a backlog to take the first few hundred of it.
DROP INDEX deposit_to_credit;
CREATE INDEX deposit_to_credit ON deposit (environment, network, block_height, id) WHERE status = 'pending';

-- Some ninety ids are written for each deposit, and a regular expression was the dearest thing about one. What is
-- there passed the stricter check, hence no validation of it.
ALTER DOMAIN object_id DROP CONSTRAINT object_id_form;
ALTER DOMAIN object_id ADD CONSTRAINT object_id_form
    CHECK (octet_length(value) = 24 AND encode(decode(value, 'hex'), 'hex') = value) NOT VALID;
