package dev.offramp.app;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.MockBroadcast;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.BroadcastOutcome;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.SimulatedChains;
import dev.offramp.db.Transaction;
import java.util.List;
import java.util.Optional;

/// Puts mock trades on the simulated chains, so that deposits need not know them.
record SandboxBroadcast(SimulatedChains chains) implements MockBroadcast {

    @Override
    public boolean broadcast(Transaction tx, Network network, TxHash hash, Optional<Address> sender, Output output) {
        var paid = new dev.offramp.chains.simulated.Output(output.recipient(), output.contract(), output.units());
        NewTransaction transaction = NewTransaction.paying(network, List.of(paid));
        NewTransaction sent = sender.map(transaction::from).orElse(transaction);
        return chains.broadcast(tx, hash, sent) instanceof BroadcastOutcome.Broadcast;
    }
}
