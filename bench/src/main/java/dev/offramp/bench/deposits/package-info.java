/// How many deposits a second are carried from the chain to the bank, beside `pgbench` on the same database.
@NullMarked
package dev.offramp.bench.deposits;

import org.jspecify.annotations.NullMarked;
