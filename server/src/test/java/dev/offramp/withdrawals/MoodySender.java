package dev.offramp.withdrawals;

import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.Payment;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Trouble;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Stands before a sender of the sandbox and has its moods.
final class MoodySender implements CoinSender {

    private final CoinSender sender;
    final Set<Address> objectedTo = new HashSet<>();
    final Set<TxHash> broadcast = new HashSet<>();

    /// Broadcasts, then says nothing.
    boolean losesAnswers;

    /// Says nothing and does nothing.
    boolean isAway;

    /// What the wallet holds; the sandbox's holds enough.
    Optional<Holdings> holdings = Optional.empty();

    /// Offers no more than this, whatever the network asks for.
    Optional<BigInteger> priceMax = Optional.empty();

    MoodySender(CoinSender sender) {
        this.sender = sender;
    }

    private static Trouble away() {
        return new Trouble("the node is away", Duration.ofSeconds(1), new IllegalStateException("away"));
    }

    @Override
    public ChainId id() {
        return sender.id();
    }

    @Override
    public Address wallet() {
        return sender.wallet();
    }

    @Override
    public long nonce() {
        return sender.nonce();
    }

    @Override
    public BigInteger price(Optional<BigInteger> replaced) {
        BigInteger price = sender.price(replaced);
        return priceMax.map(price::min).orElse(price);
    }

    @Override
    public BigInteger costMax(BigInteger price) {
        return sender.costMax(price);
    }

    @Override
    public Optional<Holdings> holdings(Set<Address> contracts) {
        return holdings;
    }

    @Override
    public Map<Payment, String> objections(Collection<Payment> payments) {
        Map<Payment, String> objections = new HashMap<>();
        payments.stream()
                .filter(payment -> objectedTo.contains(payment.recipient()))
                .forEach(payment -> objections.put(payment, "the recipient cannot be paid"));
        return objections;
    }

    @Override
    public SignedTransaction sign(Optional<Payment> payment, long nonce, BigInteger price) {
        return sender.sign(payment, nonce, price);
    }

    @Override
    public Map<TxHash, Reception> broadcast(List<SignedTransaction> transactions) {
        if (isAway) {
            throw away();
        }
        transactions.forEach(transaction -> broadcast.add(transaction.hash()));
        Map<TxHash, Reception> receptions = sender.broadcast(transactions);
        if (losesAnswers) {
            throw away();
        }
        return receptions;
    }

    @Override
    public Map<TxHash, Standing> standings(Set<TxHash> transactions) {
        return sender.standings(transactions);
    }
}
