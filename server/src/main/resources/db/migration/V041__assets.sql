-- Assets that are out of use for the moment, by the operator or because their network contradicts the catalogue.
-- The catalogue itself is part of the program.
-- New table: no locks to speak of.

CREATE TABLE asset_pause (
    code   text        CONSTRAINT asset_pause_pk PRIMARY KEY,
    reason text        NOT NULL CONSTRAINT asset_pause_reason CHECK (reason <> ''),
    since  timestamptz NOT NULL
);
