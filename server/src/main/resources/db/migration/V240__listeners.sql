-- Listeners: endpoints that ask for their events instead of being called, and that go when they no longer ask.
-- A column without a value to be filled in: the lock is held for a moment, whatever the table holds. Tried on an
-- installation with endpoints of people and of settings, which stay what they are. The constraint is held against
-- the rows of before too; they are few.

ALTER TABLE webhook_endpoint
    ADD COLUMN listens_until timestamptz,
    ADD CONSTRAINT webhook_endpoint_listens CHECK ((listens_until IS NOT NULL) = (url LIKE 'listen:%'));
