/// The program: settings, wiring, command line.
///
/// Owns [Settings][dev.offramp.app.Settings] (every environment variable with its default and its manual), the list
/// of parts the program is made of, and the commands. Here alone are adapters named, the clock read and randomness
/// drawn; every other room is handed its own.
///
/// Invariants: a setting that cannot be used is refused at the start in one line that names it
/// ([StartRefused][dev.offramp.db.StartRefused]); nothing is read from the environment later. On the way down the
/// embedded PostgreSQL is stopped last, after the server has drained and every loop has finished its turn.
///
/// Uses every room; used by nobody.
@NullMarked
package dev.offramp.app;

import org.jspecify.annotations.NullMarked;
