package dev.offramp.acceptance.chains;

import dev.offramp.chains.ChainContract;
import dev.offramp.chains.ChainDriver;

/// The EVM adapter keeps the port's contract on a real node.
class AnvilChainTest extends ChainContract {

    @Override
    protected ChainDriver open() {
        return new AnvilDriver();
    }
}
