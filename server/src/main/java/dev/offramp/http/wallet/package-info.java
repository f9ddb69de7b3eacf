/// Deposit addresses and the banks their deposits go to.
///
/// A wallet is named in a path by its id or its `vaultId` ([NamedWallet][dev.offramp.http.wallet.NamedWallet]). An
/// address and its bank come into being in one commit: a client that saw one has both. The holder's name is asked for
/// before, with no transaction open.
@NullMarked
package dev.offramp.http.wallet;

import org.jspecify.annotations.NullMarked;
