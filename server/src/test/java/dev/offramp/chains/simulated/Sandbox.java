package dev.offramp.chains.simulated;

import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.TestDatabase;
import dev.offramp.jobs.Step;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Simulated chains of one test, in a database that the tests of a class share, with a clock of their own.
final class Sandbox {

    static final Duration BLOCK_TIME = Duration.ofSeconds(1);
    static final long SEED = 7;

    final ManualClock clock = new ManualClock();
    final Database db;
    final SimulatedChains chains;
    private final Step step;

    /// Starts with block 0 and nothing else, whatever the test before left.
    Sandbox(TestDatabase test) {
        db = test.database();
        db.run(tx -> tx.sql()
                .execute("TRUNCATE simulated_clock, simulated_era, simulated_branch, simulated_tx, simulated_output,"
                        + " simulated_outgoing, simulated_price"));
        chains = join(db);
        step = chains.step();
    }

    /// Another process on the same database.
    SimulatedChains join(Database other) {
        return SimulatedChains.create(other, SEED, BLOCK_TIME, clock);
    }

    Chain chain(Network network) {
        return chains.chain(network);
    }

    /// Lets `passed` go by, then runs the maker once.
    void pass(Duration passed) {
        clock.advance(passed);
        step.runOnce();
    }

    void makeDue() {
        step.runOnce();
    }

    long height() {
        return chain(Network.TRON).tip().height();
    }

    List<ChainBlock> blocks(Network network) {
        return chain(network).blocksFrom(0, 10_000);
    }

    List<BlockRef> refs(Network network) {
        return blocks(network).stream().map(ChainBlock::ref).toList();
    }

    /// All transfers of the best branch.
    List<Transfer> transfers(Network network) {
        return blocks(network).stream()
                .flatMap(block -> block.transfers().stream())
                .toList();
    }

    TxStatus status(Network network, TxHash tx) {
        return Optional.ofNullable(chain(network).statuses(Set.of(tx)).get(tx)).orElseThrow();
    }

    /// One coin of `network` for `recipient`.
    static NewTransaction coin(Network network, String recipient) {
        return NewTransaction.paying(network, List.of(output(recipient, 1)));
    }

    static Output output(String recipient, long units) {
        return new Output(new Address(recipient), Optional.empty(), BigInteger.valueOf(units));
    }

    static Asset asset(Network network, String code, String symbol, Optional<String> contract) {
        return new Asset(
                new AssetId(new ObjectId("0123456789abcdef01234567")),
                new AssetCode(code),
                Environment.DEVELOPMENT,
                symbol,
                symbol,
                network,
                contract.isPresent() ? "TOKEN" : "BASE_ASSET",
                6,
                contract,
                BigDecimal.TEN,
                BigDecimal.ONE,
                3,
                true,
                "",
                "");
    }
}
