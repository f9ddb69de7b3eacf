package dev.offramp.chains.evm;

import dev.offramp.assets.Asset;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.Signer;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.TxStatus;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/// One EVM network, read from its nodes. Nothing is asked before the first question, so that a node that is away or
/// a wrong setting never keeps the program from starting.
///
/// Read without a mempool: a transfer is first seen in a block.
public final class EvmChain implements Chain, AutoCloseable {

    /// One question's worth; a caller that is far behind asks again.
    private static final int BLOCKS_MAX = 50;

    private final ChainId id;
    private final EvmNetwork network;
    private final HttpClient client;
    private final Nodes nodes;
    private final CallFrames frames;

    private EvmChain(EvmNetwork network, InstantSource clock, NodeHttp.Limits limits) {
        this.id = new ChainId(Environment.PRODUCTION, network.network());
        this.network = network;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.nodes = new Nodes(
                network.urls().stream()
                        .map(url -> new NodeAddress(network.network(), url))
                        .map(address -> new Node(address, new Rpc(address, new NodeHttp(address, client, limits))))
                        .toList(),
                network.chainId(),
                clock);
        this.frames = new CallFrames(network.traces());
    }

    /// @param clock decides when the nodes are looked at again
    public static EvmChain create(EvmNetwork network, InstantSource clock) {
        return create(network, clock, NodeHttp.Limits.STANDARD);
    }

    static EvmChain create(EvmNetwork network, InstantSource clock, NodeHttp.Limits limits) {
        return new EvmChain(network, clock, limits);
    }

    /// What sends on this network from the wallet of `signer`, through the same nodes; closed with this.
    public CoinSender sender(Signer signer) {
        return new EvmSender(id, network, nodes, signer);
    }

    /// Whether coins that a contract passes on are seen. Where not (no node offers call traces, or they are off),
    /// only a transaction's own value is, and the network should say so. Certain once a block was read.
    public boolean seesInternalCalls() {
        return frames.areRead();
    }

    /// How each configured node stands now, by network, host and port: what is wrong with it, or nothing. Asks all.
    public Map<String, Optional<String>> nodes() {
        return nodes.faults();
    }

    @Override
    public ChainId id() {
        return id;
    }

    @Override
    public BlockRef tip() {
        return nodes.ask(Node::head).ref();
    }

    @Override
    public Optional<BlockRef> at(long height) {
        return nodes.ask(node -> node.at(height));
    }

    @Override
    public List<ChainBlock> blocksFrom(long height, int max) {
        return nodes.ask(node -> {
            long count = Math.min(Math.min(max, BLOCKS_MAX), node.height() - height + 1);
            return count < 1 ? List.of() : new BlockReader(node, frames).read(height, (int) count);
        });
    }

    @Override
    public List<Transfer> waiting() {
        return List.of();
    }

    @Override
    public Map<TxHash, TxStatus> statuses(Set<TxHash> txs) {
        return txs.isEmpty() ? Map.of() : nodes.ask(node -> new TxStatuses(node).of(txs));
    }

    @Override
    public Map<AssetCode, String> faults(Collection<Asset> assets) {
        return assets.isEmpty() ? Map.of() : nodes.ask(node -> new AssetChecks(node).faults(assets));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
