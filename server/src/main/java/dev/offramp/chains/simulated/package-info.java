/// The sandbox's blockchains: blocks, forks and a mempool kept in the database, behind the same port as real nodes.
///
/// Owns the shared block clock, the branches of each network and every simulated transaction. A block's hash is a
/// function of seed, network, branch and height, so an empty block costs no row, and a network nobody uses costs
/// nothing. A block never changes: its transactions are fixed when it is made, and a reorganisation makes a new
/// branch with other hashes.
///
/// Words: the **clock** is the one row with the height of all networks; the **maker** is the step that advances it,
/// one process at a time; an **era** is a run of blocks with one interval between them; a **branch** is what a
/// reorganisation starts; **coins** name what a transaction spends, so that two transactions of the same coins
/// exclude each other; a **fate** is what a reorganisation does to a transaction.
///
/// On simulated networks a token's contract is its asset code; any other contract is a fake. A transfer's position
/// is `out:<n>`, n counting the outputs of its transaction from 0.
///
/// Invariants: heights have no gap whatever the clock does. A transaction is in at most one block of the best branch.
/// Coins are spent once. Same seed and same calls make the same hashes. Everything commits or vanishes with the
/// database; any number of processes may join.
///
/// Exists in development only. `app` drives the maker and the commands, `deposits` broadcasts mock deposits; all
/// others know the port alone.
@NullMarked
package dev.offramp.chains.simulated;

import org.jspecify.annotations.NullMarked;
