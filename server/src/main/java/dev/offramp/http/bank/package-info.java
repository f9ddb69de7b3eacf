/// Banks, whose account is whose, and the accounts that are kept for withdrawals.
///
/// Whoever is given a bank and an account number asks the bank for the holder's name first
/// ([AccountCheck][dev.offramp.http.bank.AccountCheck]): no money is ever sent to an account that was not named. The
/// question goes to the rail, with no transaction open.
@NullMarked
package dev.offramp.http.bank;

import org.jspecify.annotations.NullMarked;
