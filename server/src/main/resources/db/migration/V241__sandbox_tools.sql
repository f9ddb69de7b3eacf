-- Whether language models may make deposits up in the sandbox of a business, as an owner of it chose: nobody did so far.
-- A new column with a constant: the table is locked for a moment.

ALTER TABLE integration ADD COLUMN sandbox_tools boolean NOT NULL DEFAULT false;
