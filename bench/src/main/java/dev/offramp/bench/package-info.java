/// Measurements and the seeded simulation.
///
/// `./offramp bench deposits` measures how many deposits a second are carried from the chain to the bank, beside
/// `pgbench` on the same database in the same run; `lists` how long the parts of a very long list take, and checks
/// them; `pages` how long the pages of a business with very many transactions take; `auth` what authentication costs
/// and whether its time tells anything; `webhooks` what bad receivers cost good ones;
/// `backup` how long a backup and its restore take with a small heap. `./offramp verify` runs seeds of
/// the simulation; `--mutants` proves that it catches the mistakes it is for.
///
/// Nothing of the server depends on this module; it drives the server through the rooms' public classes and the
/// wiring in `app`, with a clock, randomness, rails and receivers of its own.
@NullMarked
package dev.offramp.bench;

import org.jspecify.annotations.NullMarked;
