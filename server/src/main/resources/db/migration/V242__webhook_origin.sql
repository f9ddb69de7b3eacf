-- The object whose story an event belongs to, where that is not the one that it is about: the deposit that a payout or
-- a withdrawal settles. By it an attempt finds its trace. Empty for all others, and for all rows of before, which are
-- traced by themselves.
-- Text and a constraint that is not held against the rows of before, and not the domain: PostgreSQL writes a whole table
-- anew for a column of a domain that checks something.

ALTER TABLE webhook_record
    ADD COLUMN origin text,
    ADD CONSTRAINT webhook_record_origin CHECK (origin ~ '^[0-9a-f]{24}$') NOT VALID;
