package dev.offramp.chains.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.chains.simulated.ChainModel.Sent;
import dev.offramp.db.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Random commands, each answer compared with a model in memory.
class RandomWalkTest {

    private static final int SEEDS = 8;
    private static final int STEPS = 60;
    private static final List<Network> NETWORKS = List.of(Network.BITCOIN, Network.ETHEREUM);

    @Test
    void answersAsTheModelDoes() {
        try (TestDatabase test = TestDatabase.create()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                Walk walk = new Walk(new Sandbox(test), new Random(seed));
                for (int step = 0; step < STEPS; step++) {
                    String what = walk.step();
                    walk.check("seed " + seed + ", step " + step + ", " + what);
                }
            }
        }
    }

    private static final class Walk {

        private final Sandbox sandbox;
        private final Random random;
        private final Map<Network, ChainModel> models = new HashMap<>();
        private final Map<Network, List<BlockRef>> last = new HashMap<>();
        private final Set<BlockHash> hashes = new HashSet<>();
        private Instant madeAt;

        Walk(Sandbox sandbox, Random random) {
            this.sandbox = sandbox;
            this.random = random;
            this.madeAt = sandbox.clock.instant();
            NETWORKS.forEach(network -> models.put(network, new ChainModel()));
            NETWORKS.forEach(network -> last.put(network, List.of()));
        }

        String step() {
            Network network = NETWORKS.get(random.nextInt(NETWORKS.size()));
            ChainModel model = models.get(network);
            sandbox.clock.advance(Duration.ofMillis(random.nextInt(300)));
            return switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> send(network, model);
                case 4 -> mine();
                case 5, 6, 7 -> pass();
                case 8 -> replace(model);
                case 9 -> drop(model);
                case 10 -> rebroadcast(model);
                default -> reorg(network, model);
            };
        }

        private String send(Network network, ChainModel model) {
            NewTransaction made = new NewTransaction(
                    network,
                    random.nextBoolean() ? Optional.of(new Address("eve")) : Optional.empty(),
                    outputs(),
                    random.nextInt(6) == 0,
                    random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            TxHash hash = sandbox.chains.send(made);
            model.send(hash, hash, made, sandbox.clock.instant());
            return "sent " + hash;
        }

        private String mine() {
            int count = 1 + random.nextInt(3);
            sandbox.chains.mine(count);
            make(Collections.nCopies(count, sandbox.clock.instant()));
            return "mined " + count;
        }

        private String pass() {
            sandbox.pass(Duration.ofMillis(random.nextInt(4_000)));
            List<Instant> stamps = new ArrayList<>();
            for (Instant at = madeAt.plus(Sandbox.BLOCK_TIME);
                    !at.isAfter(sandbox.clock.instant());
                    at = at.plus(Sandbox.BLOCK_TIME)) {
                stamps.add(at);
            }
            if (!stamps.isEmpty()) {
                make(stamps);
            }
            return "time made " + stamps.size();
        }

        private void make(List<Instant> stamps) {
            models.values().forEach(model -> model.make(stamps));
            madeAt = stamps.getLast();
        }

        private String replace(ChainModel model) {
            Optional<Sent> original = any(model.all);
            if (original.isEmpty()) {
                return "nothing to replace";
            }
            List<Output> outputs = outputs();
            ReplaceOutcome outcome = sandbox.chains.replace(original.get().hash, outputs);
            boolean waits = model.mempool.remove(original.get());
            assertThat(outcome instanceof ReplaceOutcome.Replaced).isEqualTo(waits);
            assertThat(outcome instanceof ReplaceOutcome.AlreadyMined)
                    .isEqualTo(model.heightOf(original.get()).isPresent());
            if (outcome instanceof ReplaceOutcome.Replaced(TxHash by)) {
                NewTransaction old = original.get().transaction;
                NewTransaction made = new NewTransaction(old.network(), old.sender(), outputs, false, 0);
                model.send(by, original.get().coins, made, sandbox.clock.instant());
            }
            return "replaced " + original.get().hash;
        }

        private String drop(ChainModel model) {
            Optional<Sent> some = any(model.all);
            if (some.isEmpty()) {
                return "nothing to drop";
            }
            DropOutcome outcome = sandbox.chains.drop(some.get().hash);
            assertThat(outcome instanceof DropOutcome.Dropped).isEqualTo(model.mempool.remove(some.get()));
            return "dropped " + some.get().hash;
        }

        private String rebroadcast(ChainModel model) {
            Optional<Sent> some = any(model.all);
            if (some.isEmpty()) {
                return "nothing to broadcast again";
            }
            RebroadcastOutcome outcome = sandbox.chains.rebroadcast(some.get().hash);
            Optional<Sent> spender = model.spender(some.get().coins);
            assertThat(outcome instanceof RebroadcastOutcome.Rebroadcast).isEqualTo(spender.isEmpty());
            if (spender.isEmpty()) {
                model.wait(some.get(), 0, sandbox.clock.instant());
            }
            return "broadcast again " + some.get().hash;
        }

        private String reorg(Network network, ChainModel model) {
            long depth = 1 + random.nextInt(8);
            Map<TxHash, Fate> fates = new HashMap<>();
            model.all.forEach(sent -> fates.put(sent.hash, fate()));
            ReorgOutcome outcome = sandbox.chains.reorg(network, depth, fates::get);
            assertThat(outcome instanceof ReorgOutcome.Reorganised).isEqualTo(depth <= model.tip());
            if (depth <= model.tip()) {
                model.reorg(depth, fates::get, sandbox.clock.instant());
                last.put(network, last.get(network).subList(0, (int) (model.tip() - depth) + 1));
            }
            return "reorganised " + depth;
        }

        void check(String after) {
            models.forEach((network, model) -> check(after, network, model));
        }

        private void check(String after, Network network, ChainModel model) {
            Chain chain = sandbox.chain(network);
            List<ChainBlock> blocks = sandbox.blocks(network);
            assertThat(blocks).extracting(ChainBlock::transfers).as(after).isEqualTo(model.transfers());
            assertThat(blocks.getLast().ref()).as(after).isEqualTo(chain.tip());
            assertThat(chain.waiting()).as(after).isEqualTo(model.waiting());
            assertThat(chain.statuses(model.all.stream().map(sent -> sent.hash).collect(Collectors.toSet())))
                    .as(after)
                    .isEqualTo(statuses(model, blocks));
            checkPart(after, chain, blocks);
            checkHashes(after, network, blocks);
            checkReceived(after, network, blocks);
        }

        private void checkPart(String after, Chain chain, List<ChainBlock> blocks) {
            int from = random.nextInt(blocks.size() + 2);
            int max = 1 + random.nextInt(5);
            assertThat(chain.blocksFrom(from, max))
                    .as(after)
                    .isEqualTo(blocks.stream().skip(from).limit(max).toList());
            assertThat(chain.at(from))
                    .as(after)
                    .isEqualTo(blocks.stream().skip(from).map(ChainBlock::ref).findFirst());
        }

        /// Blocks that were there keep their hash, new ones have one never seen before, and each names its parent's.
        private void checkHashes(String after, Network network, List<ChainBlock> blocks) {
            List<BlockRef> kept = last.get(network);
            List<BlockRef> refs = blocks.stream().map(ChainBlock::ref).toList();
            assertThat(refs.subList(0, kept.size())).as(after).isEqualTo(kept);
            for (BlockRef added : refs.subList(kept.size(), refs.size())) {
                assertThat(hashes.add(added.hash())).as(after).isTrue();
            }
            for (int i = 1; i < blocks.size(); i++) {
                assertThat(blocks.get(i).parent())
                        .as(after)
                        .isEqualTo(refs.get(i - 1).hash());
            }
            last.put(network, refs);
        }

        private static Map<TxHash, TxStatus> statuses(ChainModel model, List<ChainBlock> blocks) {
            Map<TxHash, TxStatus> statuses = new HashMap<>();
            for (Sent sent : model.all) {
                statuses.put(sent.hash, status(sent, model, blocks));
            }
            return statuses;
        }

        private static TxStatus status(Sent sent, ChainModel model, List<ChainBlock> blocks) {
            Optional<Sent> spender = model.spender(sent.coins);
            Optional<BlockRef> block = spender.flatMap(model::heightOf)
                    .map(height -> blocks.get(height).ref());
            if (block.isEmpty()) {
                return spender.equals(Optional.of(sent)) ? new TxStatus.Waiting() : new TxStatus.Unknown();
            }
            return spender.get() == sent
                    ? new TxStatus.Mined(block.get())
                    : new TxStatus.Replaced(spender.get().hash, block.get());
        }

        private void checkReceived(String after, Network network, List<ChainBlock> blocks) {
            int height = random.nextInt(blocks.size());
            Map<Coin, BigInteger> sums = new HashMap<>();
            blocks.stream()
                    .limit(height + 1)
                    .flatMap(block -> block.transfers().stream())
                    .filter(transfer -> transfer.recipient().value().equals("bob"))
                    .forEach(transfer ->
                            sums.merge(new Coin(network, transfer.contract()), transfer.units(), BigInteger::add));
            BlockRef block = blocks.get(height).ref();
            Optional<Map<Coin, BigInteger>> received = sandbox.db.transact(
                    tx -> sandbox.chains.receivedUpTo(tx, network, block, Set.of(new Address("bob"))));
            assertThat(received).as(after).contains(sums);
        }

        private Fate fate() {
            return switch (random.nextInt(4)) {
                case 0 -> new Fate.Kept();
                case 1 -> new Fate.Returned(random.nextInt(3));
                case 2 -> new Fate.Dropped();
                default -> new Fate.Moved();
            };
        }

        private List<Output> outputs() {
            List<Output> outputs = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                outputs.add(new Output(
                        new Address(random.nextBoolean() ? "bob" : "joe"),
                        random.nextBoolean() ? Optional.of(new Address("TOKEN")) : Optional.empty(),
                        BigInteger.valueOf(1 + random.nextInt(1_000))));
            }
            return outputs;
        }

        private Optional<Sent> any(List<Sent> all) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }
    }
}
