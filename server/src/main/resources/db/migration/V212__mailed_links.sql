-- Letters with links that strangers wish for, and addresses that wait for being confirmed. New tables: no locks to
-- speak of.

-- Taken within seconds, by whatever knows whether the address is somebody's.
CREATE TABLE link_wish (
    id        object_id   CONSTRAINT link_wish_pk PRIMARY KEY,
    email     text        NOT NULL,
    what      text        NOT NULL CONSTRAINT link_wish_what CHECK (what IN ('password_reset', 'sign_up')),
    wished_at timestamptz NOT NULL
);
CREATE INDEX link_wish_oldest ON link_wish (wished_at, id);

CREATE TABLE address_change (
    person     object_id   CONSTRAINT address_change_pk PRIMARY KEY
               CONSTRAINT address_change_person REFERENCES person (id),
    email      text        NOT NULL,
    token_hash token_hash  NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX address_change_expires ON address_change (expires_at);
