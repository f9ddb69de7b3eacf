/// The rail of the sandbox: pays nobody, remembers everything, and plays the outcomes a client must be able to handle.
///
/// An account number's end says how a payout to it goes:
///
/// | ends in | what happens |
/// | --- | --- |
/// | `0001` | refused at once: rejected |
/// | `0002` | taken on, then returned: reversed |
/// | `0003` | taken on, stays processing for ever |
/// | `0004` | the rail times out; paid once it is asked about |
/// | `0009` | the account's name cannot be resolved |
/// | anything else | paid |
///
/// Somebody may send it away (`sandbox rail --away`): then it answers nobody until it is called back.
///
/// It keeps what it was asked in a table of its own and writes in transactions of its own, as something outside would:
/// an answer can be lost and a payout still be paid. A reference is paid once, however often it is submitted.
@NullMarked
package dev.offramp.payouts.simulated;

import org.jspecify.annotations.NullMarked;
