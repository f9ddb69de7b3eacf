/// The program but for its command line: settings, wiring, the running server.
///
/// Owns [Settings][dev.offramp.app.Settings] (every environment variable with its default and its manual),
/// [Platform][dev.offramp.app.Platform] (every room on the parts of one process, and the list of all background work),
/// the [Installation][dev.offramp.app.Installation] a process opens, the [Server][dev.offramp.app.Server] that runs on
/// it. Here alone are adapters chosen, the clock read and randomness drawn; every other room is handed its own.
///
/// Invariants: a setting that cannot be used is refused at the start in one line that names it
/// ([StartRefused][dev.offramp.db.StartRefused]); nothing is read from the environment later. The sandbox's first
/// credentials are on disk before they are valid. On the way down the embedded PostgreSQL is stopped last, after the
/// server has drained and every loop has finished its turn. Nothing is decided here that a room could decide.
///
/// Uses every room; used by `commands`, and by simulations, which bring parts of their own.
@NullMarked
package dev.offramp.app;

import org.jspecify.annotations.NullMarked;
