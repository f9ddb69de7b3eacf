/// Backups: a whole installation's rows in one sealed file, and the way back.
///
/// Owns the **backup**: a file of title `offramp-backup`, sealed by [SealedFile][dev.offramp.secrets.SealedFile] and
/// compressed, that holds a **manifest** ([Manifest][dev.offramp.backups.Manifest]), the key files if they were wanted,
/// and every table as `COPY` writes it in text, which any PostgreSQL from 15 on reads. It is of one snapshot and is
/// taken while servers work.
///
/// Rows that mean something on one database server alone are left behind: numbers of transactions become 0, "before
/// all", and what the room `lists` counted by them is not taken along; it counts anew.
///
/// A restore goes into an empty database. The file is read and authenticated to its end before anything is touched.
/// Then the tables are made and loaded in a schema of their own, the **staging**; once they are found whole they are
/// moved to where the program looks, in one transaction. What was interrupted before leaves an empty database.
///
/// Invariants: no table is ever held in memory; a file is whole or it is not there; no refusal leaves anything behind.
/// Used by `app` and `commands`.
@NullMarked
package dev.offramp.backups;

import org.jspecify.annotations.NullMarked;
