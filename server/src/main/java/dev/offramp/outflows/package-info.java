/// Outflows: all that leaves a tenant's balances, wherever it goes.
///
/// Clients know one thing, the withdrawal; two rooms make it: `payouts` to bank accounts, `withdrawals` to addresses.
/// This one owns what they have in common on the wire: one list ([Outflows#list][dev.offramp.outflows.Outflows#list],
/// read through the view `outflow`) and one set of names ([Outflows#named][dev.offramp.outflows.Outflows#named]).
///
/// Words: an **outflow** is a payout or a withdrawal; a **name** is the external id a client gave it.
///
/// It changes nothing and decides nothing. That a name is used once among both is up to those who place: they look here
/// while they hold the gate of the name.
@NullMarked
package dev.offramp.outflows;

import org.jspecify.annotations.NullMarked;
