-- What is sent to receivers, what they answer, and the answers kept for repeated requests lie sealed under the server
-- key, as accounts do (V190): some of them hold accounts. Rows of these tables live for seven days.
-- The indexes are built while their tables are locked: on millions of records, seconds.

ALTER TABLE webhook_record
    ADD COLUMN sealed_body bytea,
    ALTER COLUMN body DROP NOT NULL,
    ADD CONSTRAINT webhook_record_sealed CHECK (sealed_body IS NOT NULL AND body IS NULL) NOT VALID;
CREATE INDEX webhook_record_clear ON webhook_record (id) WHERE body IS NOT NULL;

-- Either there was an answer, or the reason why there was none.
ALTER TABLE webhook_attempt
    ADD COLUMN sealed_response bytea,
    DROP CONSTRAINT webhook_attempt_outcome,
    ADD CONSTRAINT webhook_attempt_outcome CHECK (
        response_body IS NULL
        AND (response_status IS NULL) = (sealed_response IS NULL)
        AND (response_status IS NULL) = (error IS NOT NULL)) NOT VALID;
CREATE INDEX webhook_attempt_clear ON webhook_attempt (record) WHERE response_body IS NOT NULL;

ALTER TABLE kept_answer
    ADD COLUMN sealed_body bytea,
    ALTER COLUMN body DROP NOT NULL,
    ADD CONSTRAINT kept_answer_sealed CHECK (sealed_body IS NOT NULL AND body IS NULL) NOT VALID;
CREATE INDEX kept_answer_clear ON kept_answer (id) WHERE body IS NOT NULL;
