-- Which request led to what. A transaction says whose it is by a setting of its own, and whatever it writes takes that
-- over: the rooms that write need not know of requests. Empty for what nobody asked for, and for all rows of before.
-- No table is rewritten.

ALTER TABLE fact_inbox ADD COLUMN request_id text;
ALTER TABLE fact_inbox ALTER COLUMN request_id SET DEFAULT nullif(current_setting('offramp.request_id', true), '');
ALTER TABLE fact ADD COLUMN request_id text;

ALTER TABLE posting ADD COLUMN request_id text;
ALTER TABLE posting ALTER COLUMN request_id SET DEFAULT nullif(current_setting('offramp.request_id', true), '');
ALTER TABLE hold ADD COLUMN request_id text;
ALTER TABLE hold ALTER COLUMN request_id SET DEFAULT nullif(current_setting('offramp.request_id', true), '');

ALTER TABLE webhook_record ADD COLUMN request_id text;
