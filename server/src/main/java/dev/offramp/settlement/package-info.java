/// Automatic settlement: a credited deposit that has a bank to go to becomes a payout.
///
/// Follows the fact `DepositCompleted`, which carries the deposit's target as it was when it was credited, and places
/// the payouts of a whole batch of facts in the transaction that moves its cursor: either a fact is settled and read,
/// or neither. What is paid out is the deposit's net amount, without markup; naira are paid in whole naira and the
/// rest stays in the balance.
///
/// Words: a **settlement** is placed, or **skipped** with a reason in words: `insufficient balance` (it was spent
/// first), `below minimum`, `above maximum`, `no payout rail`. A skipped one is never tried again by itself.
///
/// Invariants: a deposit is settled once, by the key of the table `settlement` and by the payout's own. What becomes
/// of the payout later changes nothing here: a rejected or reversed one returns to the balance, the deposit stays
/// completed.
///
/// Writes no facts of its own; the payout does. Deposits know their target and never their payout.
@NullMarked
package dev.offramp.settlement;

import org.jspecify.annotations.NullMarked;
