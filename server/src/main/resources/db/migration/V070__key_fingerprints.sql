-- What the database remembers of the keys it was made with, so that a process with other keys can refuse to start.
-- New table: no locks to speak of.

CREATE TABLE key_fingerprint (
    name        text CONSTRAINT key_fingerprint_pk PRIMARY KEY,
    -- One key in two roles (a sandbox seed in production) is refused.
    fingerprint text NOT NULL CONSTRAINT key_fingerprint_unique UNIQUE
);
