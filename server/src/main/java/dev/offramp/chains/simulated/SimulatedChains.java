package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.MockBroadcast;
import dev.offramp.chains.Signer;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// All networks of the sandbox: the chains to read, the maker to run, and the commands to make things happen on them.
/// Any number of processes may work on the same ones, through the database.
public final class SimulatedChains {

    private final Database db;
    private final InstantSource clock;
    private final BlockStore blocks;
    private final BlockMaker maker;
    private final Mempool mempool;
    private final Reorganisation reorganisation;
    private final Outgoing outgoing;
    private final HashMaker hashes;
    private final OutgoingStore outgoingStore = new OutgoingStore();

    private SimulatedChains(Database db, HashMaker hashes, ClockStore clocks, Duration blockTime, InstantSource clock) {
        TransactionStore transactions = new TransactionStore();
        this.db = db;
        this.clock = clock;
        this.blocks = new BlockStore(hashes);
        this.maker = new BlockMaker(clocks, transactions, blockTime, clock);
        this.mempool = new Mempool(clocks, transactions, blocks, hashes, clock);
        this.hashes = hashes;
        this.outgoing = new Outgoing(clocks, transactions, clock);
        this.reorganisation = new Reorganisation(clocks, transactions, blocks, clock);
    }

    /// Joins the chains in the database, or starts them there with block 0.
    ///
    /// @param seed of all hashes; without effect where the chains exist: they keep their own
    /// @param blockTime whole milliseconds from one block to the next
    public static SimulatedChains create(Database db, long seed, Duration blockTime, InstantSource clock) {
        if (!blockTime.isPositive() || !blockTime.equals(blockTime.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("a block takes whole milliseconds: " + blockTime);
        }
        ClockStore clocks = new ClockStore();
        long kept = db.transact(tx -> {
            clocks.create(tx, seed, clock.instant().truncatedTo(ChronoUnit.MILLIS), blockTime);
            return clocks.seed(tx);
        });
        return new SimulatedChains(db, new HashMaker(kept), clocks, blockTime, clock);
    }

    public Chain chain(Network network) {
        return new SimulatedChain(db, blocks, network);
    }

    /// What sends on a network, from the wallet of `signer`.
    public CoinSender sender(Network network, Signer signer) {
        return new SimulatedSender(db, outgoing, hashes, network, signer);
    }

    /// Sets what an outgoing transaction must offer for blocks to take it, those that wait too.
    public void setPrice(Network network, BigInteger price) {
        db.run(tx -> outgoing.setPrice(tx, network, price));
    }

    /// All that hot wallets have sent by blocks of the best branch, and the truth that withdrawals are checked against.
    public Map<Coin, BigInteger> sent(Transaction tx, Network network) {
        return outgoingStore.sent(tx, network);
    }

    /// What sending has cost on a network, in its native coin's smallest unit.
    public BigInteger gas(Transaction tx, Network network) {
        return outgoingStore.gas(tx, network);
    }

    /// The maker, to be run by every process a few times per block; one of them makes each block.
    public Step step() {
        return new SimulatedClockStep(db, maker, clock);
    }

    /// Makes `count` blocks on every network at once; what waits goes into the first.
    public void mine(int count) {
        db.run(tx -> maker.make(tx, count));
    }

    /// Broadcasts under a hash of the caller's in the caller's transaction, so that it exists if and only if what
    /// the caller writes with it does.
    public BroadcastOutcome broadcast(Transaction tx, TxHash hash, NewTransaction transaction) {
        return broadcastAll(tx, Map.of(hash, transaction)).isEmpty()
                ? new BroadcastOutcome.Broadcast()
                : new BroadcastOutcome.TxHashTaken();
    }

    /// [#broadcast] for many, in the order of the map.
    ///
    /// @return the hashes that were taken; the other transactions were broadcast
    public Set<TxHash> broadcastAll(Transaction tx, Map<TxHash, NewTransaction> batch) {
        return mempool.broadcast(tx, batch);
    }

    /// The same for mock deposits, whose callers know the port alone.
    public MockBroadcast mocks() {
        return (tx, network, hash, sender, output) -> {
            Output only = new Output(output.recipient(), output.contract(), output.units());
            NewTransaction transaction = new NewTransaction(network, sender, List.of(only), false, 0);
            return broadcastAll(tx, Map.of(hash, transaction)).isEmpty();
        };
    }

    /// Broadcasts under a hash in the look of the network.
    public TxHash send(NewTransaction transaction) {
        return db.transact(tx -> mempool.send(tx, transaction));
    }

    /// Broadcasts a transaction that spends the coins of a waiting one on other `outputs`; the nodes forget the
    /// former.
    public ReplaceOutcome replace(TxHash original, List<Output> outputs) {
        return db.transact(tx -> mempool.replace(tx, original, outputs));
    }

    /// Makes the nodes forget a waiting transaction.
    public DropOutcome drop(TxHash hash) {
        return db.transact(tx -> {
            DropOutcome outcome = mempool.drop(tx, hash);
            outgoing.arrangeAll(tx);
            return outcome;
        });
    }

    /// Brings a dropped or replaced transaction back, unless its coins are spent.
    public RebroadcastOutcome rebroadcast(TxHash hash) {
        return db.transact(tx -> mempool.rebroadcast(tx, hash));
    }

    /// Replaces the last `depth` blocks of `network`, with the same fate for all their transactions.
    public ReorgOutcome reorg(Network network, long depth, Fate fate) {
        return reorg(network, depth, hash -> fate);
    }

    /// Replaces the last `depth` blocks of `network` by others. The height stays; it rises with the clock.
    ///
    /// @param fates of each transaction in the replaced blocks; may be asked again for the same one
    public ReorgOutcome reorg(Network network, long depth, Function<TxHash, Fate> fates) {
        return db.transact(tx -> reorganisation.reorganise(tx, network, depth, fates));
    }

    /// What `block` and the blocks under it hold for these addresses, all together: the truth that custody is checked
    /// against. Empty when the block has left the best branch.
    public Optional<Map<Coin, BigInteger>> receivedUpTo(
            Transaction tx, Network network, BlockRef block, Set<Address> recipients) {
        Map<Coin, BigInteger> held = blocks.received(tx, network, recipients, block.height());
        // Asked last: a block never comes back, so one that is there now was there when its transfers were summed.
        return blocks.at(tx, network, block.height()).filter(block::equals).map(still -> held);
    }
}
