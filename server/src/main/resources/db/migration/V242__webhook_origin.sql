-- The object whose story an event belongs to, where that is not the one that it is about: the deposit that a payout or
-- a withdrawal settles. By it an attempt finds its trace. Empty for all others, and for all rows of before, which are
-- traced by themselves. No table is rewritten.

ALTER TABLE webhook_record ADD COLUMN origin object_id;
