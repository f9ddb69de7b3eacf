/// Automatic settlement: a credited deposit that has somewhere to go becomes a payout to a bank
/// account, or a withdrawal to an address.
///
/// Follows the fact `DepositCompleted`, which carries the deposit's target as it was when it was credited, and
/// places the payouts and withdrawals of a whole batch of facts in the transaction that moves its cursor: either a
/// fact is settled and read, or neither. What leaves is the deposit's net amount, without markup; naira are paid in
/// whole naira and the rest stays in the balance; of stablecoins the fee is taken from it.
///
/// Words: a **settlement** is placed, or **skipped** with a reason in words: `insufficient balance` (it was spent
/// first), `below minimum`, `above maximum`, `no payout rail`, `no rate`. A skipped one is never tried again by itself.
/// Settling **again** is somebody's explicit act; each try is an **attempt** with its number.
///
/// Invariants: a deposit is settled once, by the key of the table `settlement` and by that of what it became: there is
/// one payout or withdrawal per deposit and attempt, and no second attempt before the money of the first is back. What
/// becomes of that later changes nothing here: what is rejected or reversed returns to the balance, the deposit stays
/// completed.
///
/// Writes no facts of its own; payouts and withdrawals do. Deposits know their target, and never what settled them.
@NullMarked
package dev.offramp.settlement;

import org.jspecify.annotations.NullMarked;
