package dev.offramp.withdrawals;

import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSender.Holdings;
import dev.offramp.chains.Payment;
import dev.offramp.db.Database;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the hot wallet can pay for what is to be signed, beside all that was signed before. What it cannot pay
/// waits, with everything behind it, and the operator is told: nobody's withdrawal is refused because a wallet of ours
/// is short.
final class Funding {

    private static final Logger LOG = LoggerFactory.getLogger(Funding.class);

    /// Between two lines in the log.
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Database db;
    private final InstantSource clock;
    private final Coins coins;
    private final CoinSender sender;
    private final NonceStore nonces = new NonceStore();
    private Instant silentUntil = Instant.MIN;

    Funding(Database db, InstantSource clock, Coins coins, CoinSender sender) {
        this.db = db;
        this.clock = clock;
        this.coins = coins;
        this.sender = sender;
    }

    /// Those that can be signed now: in the order of their nonces, up to the first that the wallet is short for.
    ///
    /// @param nonces of all
    /// @param payments of those that pay somebody
    Set<WithdrawalId> payable(Map<WithdrawalId, Long> unsigned, Map<WithdrawalId, Payment> payments, BigInteger price) {
        Set<Address> contracts = new HashSet<>();
        payments.values().forEach(payment -> payment.contract().ifPresent(contracts::add));
        // Before the holdings: what a block takes in between then counts twice, and never not at all.
        long used = sender.nonce();
        Optional<Holdings> holdings = sender.holdings(contracts);
        if (holdings.isEmpty()) {
            return unsigned.keySet();
        }
        Purse purse = purse(holdings.get(), db.transact(tx -> nonces.promised(tx, sender.id(), sender.wallet(), used)));
        BigInteger cost = sender.costMax(price);
        Set<WithdrawalId> payable = new HashSet<>();
        for (WithdrawalId id : inOrder(unsigned)) {
            Optional<String> shortage = purse.pay(Optional.ofNullable(payments.get(id)), cost);
            if (shortage.isPresent()) {
                tell(shortage.get(), unsigned.size() - payable.size());
                break;
            }
            payable.add(id);
        }
        return payable;
    }

    private static List<WithdrawalId> inOrder(Map<WithdrawalId, Long> unsigned) {
        List<WithdrawalId> ids = new ArrayList<>(unsigned.keySet());
        ids.sort(Comparator.comparing(unsigned::get));
        return ids;
    }

    private Purse purse(Holdings holdings, NonceStore.Promised promised) {
        Purse purse = new Purse(new HashMap<>(holdings.tokens()), holdings.coins());
        purse.coins = purse.coins.subtract(
                sender.costMax(promised.priceMax()).multiply(BigInteger.valueOf(promised.transactions())));
        promised.units()
                .forEach((token, units) -> network()
                        .flatMap(network -> coins.find(sender.id().environment(), token, network))
                        .ifPresent(coin -> purse.tokens.merge(coin.contract(), units.negate(), BigInteger::add)));
        return purse;
    }

    private Optional<TokenNetwork> network() {
        return TokenNetwork.of(sender.id().network());
    }

    private void tell(String shortage, int waiting) {
        Instant now = clock.instant();
        if (!now.isBefore(silentUntil)) {
            silentUntil = now.plus(SILENCE);
            LOG.warn(
                    "the hot wallet {} of {} is short: {}; {} wait for it",
                    sender.wallet(),
                    sender.id(),
                    shortage,
                    waiting);
        }
    }

    /// What is left to promise.
    private static final class Purse {

        private final Map<Address, BigInteger> tokens;
        private BigInteger coins;

        Purse(Map<Address, BigInteger> tokens, BigInteger coins) {
            this.tokens = tokens;
            this.coins = coins;
        }

        /// Takes out what a transaction may need; answers what is missing instead, and takes nothing.
        Optional<String> pay(Optional<Payment> payment, BigInteger cost) {
            BigInteger needed = payment.filter(its -> its.contract().isEmpty())
                    .map(its -> its.units().add(cost))
                    .orElse(cost);
            if (coins.compareTo(needed) < 0) {
                return Optional.of("it needs " + needed + " of the network's own coin and can spare " + coins);
            }
            Optional<Payment> inTokens = payment.filter(its -> its.contract().isPresent());
            Optional<String> shortage = inTokens.flatMap(this::shortage);
            if (shortage.isEmpty()) {
                coins = coins.subtract(needed);
                inTokens.ifPresent(its ->
                        tokens.merge(its.contract().orElseThrow(), its.units().negate(), BigInteger::add));
            }
            return shortage;
        }

        private Optional<String> shortage(Payment payment) {
            Address contract = payment.contract().orElseThrow();
            BigInteger has = tokens.getOrDefault(contract, BigInteger.ZERO);
            return has.compareTo(payment.units()) < 0
                    ? Optional.of("it needs " + payment.units() + " units of " + contract + " and can spare " + has)
                    : Optional.empty();
        }
    }
}
