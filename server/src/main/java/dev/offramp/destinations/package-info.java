/// Where deposited money goes by itself.
///
/// Owns the **linked bank** of a wallet with its automatic-settlement flag, and the **business-wide destination** of a
/// tenant. From both follows the **target** of a deposit: the wallet's own bank when its flag is on, else the
/// business-wide destination, else nowhere. A linked bank with the flag off does not count.
///
/// Invariants: a flag set without a bank is remembered and takes effect when a bank is linked. A change counts from the
/// next deposit that is credited: whoever credits asks for the target in that transaction and keeps the answer.
/// Account numbers never reach a log: the records that hold them do not print them. In every table they and holders'
/// names lie sealed ([BankColumns][dev.offramp.destinations.BankColumns]).
///
/// Writes no facts. Used by `deposits`, `payouts`, `settlement` and the rooms above.
@NullMarked
package dev.offramp.destinations;

import org.jspecify.annotations.NullMarked;
