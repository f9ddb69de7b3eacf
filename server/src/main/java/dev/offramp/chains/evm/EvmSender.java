package dev.offramp.chains.evm;

import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.Payment;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.Signer;
import dev.offramp.chains.TxHash;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sends on one EVM network, with the nodes of its [EvmChain].
///
/// A question goes to one node, as everywhere here; what is broadcast goes to all of them. All transactions have the
/// same gas limit, so that they follow from their input alone. Nothing is priced, and so nothing signed, while a node
/// serves another chain than the settings say, and what is signed is good for that chain only.
final class EvmSender implements CoinSender {

    private static final String LATEST = "latest";
    private static final Shape<BigInteger> QUANTITY = Shape.of(String.class, Hex::quantity);

    /// What `balanceOf` returns.
    private static final Shape<BigInteger> WORD = Shape.of(String.class, text -> new BigInteger(1, Hex.bytes(text)));

    private final ChainId id;
    private final EvmNetwork network;
    private final Nodes nodes;
    private final Signer signer;
    private final Fees fees;

    EvmSender(ChainId id, EvmNetwork network, Nodes nodes, Signer signer) {
        this.id = id;
        this.network = network;
        this.nodes = nodes;
        this.signer = signer;
        this.fees = new Fees(nodes, network.sending().gasPriceMax());
    }

    @Override
    public ChainId id() {
        return id;
    }

    @Override
    public Address wallet() {
        return signer.address();
    }

    @Override
    public long nonce() {
        Rpc.Call call = Rpc.Call.of("eth_getTransactionCount", wallet().value(), LATEST);
        return nodes.ask(node -> node.ask(call, Shape.of(String.class, Hex::number)));
    }

    @Override
    public BigInteger price(Optional<BigInteger> replaced) {
        return fees.price(replaced);
    }

    @Override
    public BigInteger costMax(BigInteger price) {
        return price.multiply(BigInteger.valueOf(network.sending().gasLimit()));
    }

    @Override
    public Optional<Holdings> holdings(Set<Address> contracts) {
        return Optional.of(nodes.ask(node -> holdings(node, contracts)));
    }

    private Holdings holdings(Node node, Set<Address> contracts) {
        Map<Address, BigInteger> tokens = new HashMap<>();
        for (Address contract : contracts) {
            Map<String, Object> request = TokenCall.balanceRequest(contract, wallet());
            tokens.put(contract, node.ask(Rpc.Call.of("eth_call", request, LATEST), WORD));
        }
        Rpc.Call coins = Rpc.Call.of("eth_getBalance", wallet().value(), LATEST);
        return new Holdings(node.ask(coins, QUANTITY), tokens);
    }

    @Override
    public Map<Payment, String> objections(Collection<Payment> payments) {
        return payments.isEmpty()
                ? Map.of()
                : nodes.ask(
                        node -> new Rehearsal(node, wallet(), network.sending().gasLimit()).objections(payments));
    }

    @Override
    public SignedTransaction sign(Optional<Payment> payment, long nonce, BigInteger price) {
        EvmTransaction transaction = new EvmTransaction(
                network.chainId(),
                nonce,
                fees.fee(price),
                network.sending().gasLimit(),
                payment.map(TokenCall::target).orElse(wallet()),
                payment.map(TokenCall::value).orElse(BigInteger.ZERO),
                payment.map(TokenCall::data).orElse(new byte[0]));
        byte[] bytes = transaction.signed(signer);
        return new SignedTransaction(new TxHash(Hex.text(Keccak.hash(bytes))), nonce, price, bytes);
    }

    @Override
    public Map<TxHash, Reception> broadcast(List<SignedTransaction> transactions) {
        return transactions.isEmpty()
                ? Map.of()
                : Receptions.together(nodes.askEach(node -> new Receptions(node).of(transactions)));
    }

    @Override
    public Map<TxHash, Standing> standings(Set<TxHash> transactions) {
        return transactions.isEmpty()
                ? Map.of()
                : nodes.ask(node -> new SentTransactions(node, wallet()).standings(transactions));
    }
}
