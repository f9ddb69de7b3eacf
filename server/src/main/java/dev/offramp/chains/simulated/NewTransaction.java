package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import java.util.List;
import java.util.Optional;

/// A transaction to broadcast on a simulated network.
///
/// @param sender empty where the chain has no single sender
/// @param outputs at least one; their order gives the positions
/// @param fails it will be mined and move nothing, like a reverted call
/// @param waitBlocks blocks that pass it over before one takes it, like a transaction with too low a fee
public record NewTransaction(
        Network network, Optional<Address> sender, List<Output> outputs, boolean fails, int waitBlocks) {

    public NewTransaction {
        outputs = List.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("a transaction has an output");
        }
        if (waitBlocks < 0) {
            throw new IllegalArgumentException("blocks to wait: " + waitBlocks);
        }
    }

    /// Succeeds and goes into the next block.
    public static NewTransaction paying(Network network, List<Output> outputs) {
        return new NewTransaction(network, Optional.empty(), outputs, false, 0);
    }

    public NewTransaction from(Address someone) {
        return new NewTransaction(network, Optional.of(someone), outputs, fails, waitBlocks);
    }

    public NewTransaction failing() {
        return new NewTransaction(network, sender, outputs, true, waitBlocks);
    }

    public NewTransaction waiting(int blocks) {
        return new NewTransaction(network, sender, outputs, fails, blocks);
    }
}
