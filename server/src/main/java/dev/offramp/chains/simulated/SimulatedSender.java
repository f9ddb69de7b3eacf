package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.Payment;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.Signer;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Database;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sends on one network of the sandbox. Every network counts the transactions of a wallet there, whatever the real one
/// does; a payment to an address that ends in `dead` fails in its block.
final class SimulatedSender implements CoinSender {

    /// What is added to the last price for a replacement: a quarter, more than the nodes ask for.
    private static final BigInteger STEP = BigInteger.valueOf(4);

    private final Database db;
    private final Outgoing outgoing;
    private final OutgoingStore store = new OutgoingStore();
    private final HashMaker hashes;
    private final Network network;
    private final Signer signer;

    SimulatedSender(Database db, Outgoing outgoing, HashMaker hashes, Network network, Signer signer) {
        this.db = db;
        this.outgoing = outgoing;
        this.hashes = hashes;
        this.network = network;
        this.signer = signer;
    }

    @Override
    public ChainId id() {
        return new ChainId(Environment.DEVELOPMENT, network);
    }

    @Override
    public Address wallet() {
        return signer.address();
    }

    @Override
    public long nonce() {
        return db.transact(tx -> store.nonce(tx, new OutgoingStore.Wallet(network, wallet())));
    }

    @Override
    public BigInteger price(Optional<BigInteger> replaced) {
        BigInteger now = db.transact(tx -> outgoing.price(tx, network));
        return replaced.map(
                        last -> last.add(last.divide(STEP)).add(BigInteger.ONE).max(now))
                .orElse(now);
    }

    @Override
    public BigInteger costMax(BigInteger price) {
        return price;
    }

    @Override
    public Optional<Holdings> holdings(Set<Address> contracts) {
        return Optional.empty();
    }

    @Override
    public Map<Payment, String> objections(Collection<Payment> payments) {
        return Map.of();
    }

    @Override
    public SignedTransaction sign(Optional<Payment> payment, long nonce, BigInteger price) {
        byte[] bytes = new OutgoingText(network, wallet(), nonce, price, payment).signed(signer);
        return new SignedTransaction(hashes.outgoing(network, bytes), nonce, price, bytes);
    }

    @Override
    public Map<TxHash, Reception> broadcast(List<SignedTransaction> transactions) {
        return db.transact(tx -> {
            Map<TxHash, Reception> receptions = new HashMap<>();
            transactions.forEach(signed -> receptions.put(signed.hash(), outgoing.take(tx, signed)));
            return receptions;
        });
    }

    @Override
    public Map<TxHash, Standing> standings(Set<TxHash> transactions) {
        return transactions.isEmpty() ? Map.of() : db.transact(tx -> store.standings(tx, transactions));
    }
}
