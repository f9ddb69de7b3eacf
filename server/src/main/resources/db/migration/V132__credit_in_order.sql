-- The creditor takes the oldest deposits of a chain. With the id at its end the index has them in the whole order, so
-- that no plan sorts a backlog to take the first few hundred of it.
DROP INDEX deposit_to_credit;
CREATE INDEX deposit_to_credit ON deposit (environment, network, block_height, id) WHERE status = 'pending';
