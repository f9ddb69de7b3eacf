-- Letters to be sent by e-mail, and what became of them. A new table: no locks to speak of.

CREATE TABLE letter (
    id         object_id   CONSTRAINT letter_pk PRIMARY KEY,
    what       text        NOT NULL,
    recipient  text        NOT NULL,
    -- Subject and text; gone when the letter has ended, for it may hold a link that lets somebody in.
    sealed     bytea,
    status     text        NOT NULL
               CONSTRAINT letter_status CHECK (status IN ('waiting', 'sent', 'given-up')),
    tries      integer     NOT NULL CONSTRAINT letter_tries CHECK (tries >= 0),
    trouble    text,
    posted_at  timestamptz NOT NULL,
    good_until timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT letter_waiting CHECK ((status = 'waiting') = (sealed IS NOT NULL)),
    CONSTRAINT letter_ended CHECK ((status = 'waiting') = (ended_at IS NULL))
);
CREATE INDEX letter_newest ON letter (posted_at, id);
CREATE INDEX letter_open ON letter (id) WHERE status = 'waiting';
CREATE INDEX letter_given_up ON letter (ended_at) WHERE status = 'given-up';
CREATE INDEX letter_ended_at ON letter (ended_at) WHERE ended_at IS NOT NULL;
