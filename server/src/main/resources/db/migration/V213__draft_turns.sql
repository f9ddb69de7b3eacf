-- A page that keeps what is typed sends that beside the form itself, and what was sent first may arrive last. A draft
-- counts how often its form was sent; what was typed before that is not kept any more. A new column with a constant:
-- the table is locked for a moment.

ALTER TABLE draft ADD COLUMN turn integer NOT NULL DEFAULT 0 CONSTRAINT draft_turn CHECK (turn >= 0);
