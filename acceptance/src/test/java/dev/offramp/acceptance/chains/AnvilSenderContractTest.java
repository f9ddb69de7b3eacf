package dev.offramp.acceptance.chains;

import dev.offramp.acceptance.anvil.TestContract;
import dev.offramp.chains.CoinSenderContract;
import dev.offramp.chains.CoinSenderDriver;

/// The EVM adapter keeps the port's contract on a real node, with a token whose transfer returns nothing.
class AnvilSenderContractTest extends CoinSenderContract {

    @Override
    protected CoinSenderDriver open() {
        return new AnvilSenderDriver(TestContract.USDT_LIKE);
    }
}
