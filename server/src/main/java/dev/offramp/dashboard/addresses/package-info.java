/// Deposit addresses: the list, a new one, and one with its code, bank and deposits.
///
/// A bank is linked in the name that the rail gives for the account, which is asked outside of any transaction. Where
/// money goes from then on is a matter of money: these forms want a fresh sign-in.
@NullMarked
package dev.offramp.dashboard.addresses;

import org.jspecify.annotations.NullMarked;
