package dev.offramp.acceptance.production;

import dev.offramp.acceptance.anvil.Anvil;
import dev.offramp.acceptance.anvil.Front;
import dev.offramp.acceptance.anvil.TestContract;
import dev.offramp.chains.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An Ethereum of our own, its tokens, and the file that tells the program of it.
final class RealNetwork implements AutoCloseable {

    /// Blocks a deposit needs, its own included.
    static final int CONFIRMATIONS = 3;

    private final Anvil anvil = Anvil.start();
    private final Front front = Front.of(anvil);
    private final Address payer = anvil.deploy(TestContract.BATCH_PAYER);
    private final Address usdt = anvil.deployToken(TestContract.USDT_LIKE, payer);
    private final Address usdc = anvil.deployToken(TestContract.USDC_WITH_18_DECIMALS);
    private final Address fakeUsdt = anvil.deployToken(TestContract.FAKE_USDT);

    Anvil anvil() {
        return anvil;
    }

    /// What the program takes for its node.
    Front front() {
        return front;
    }

    /// Pays many in one transaction.
    Address payer() {
        return payer;
    }

    Address usdt() {
        return usdt;
    }

    Address usdc() {
        return usdc;
    }

    Address fakeUsdt() {
        return fakeUsdt;
    }

    /// Blocks until what waits is as deep as a deposit must be.
    void confirm() {
        anvil.mine(CONFIRMATIONS);
    }

    Path describedIn(Path file) {
        String json = """
                {"ethereum": {
                    "chainId": %d,
                    "urls": ["%s"],
                    "confirmations": %d,
                    "startHeight": 0,
                    "traces": "on",
                    "tokens": {
                        "USDT_ERC20": {"contract": "%s", "decimals": 6},
                        "USDC": {"contract": "%s", "decimals": 18}}}}
                """.formatted(anvil.chainId(), front.url(), CONFIRMATIONS, usdt, usdc);
        try {
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        front.close();
        anvil.close();
    }
}
