package dev.offramp.operations;

import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositSums;
import dev.offramp.deposits.Deposits;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutSums;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Environment;
import dev.offramp.trail.Trail;
import dev.offramp.trail.Verdict;
import dev.offramp.wallets.Wallets;
import dev.offramp.withdrawals.Withdrawals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The checks under the chart of accounts, beyond what the ledger checks of itself: custody is the deposits booked
/// less the withdrawals sent and what sending cost, suspense the deposits flagged, rail the payouts completed;
/// deposits are what the chains hold, payouts what the rail paid, withdrawals what the hot wallets sent, open ones
/// what is held. What was sent on real chains is looked up there again, and every nonce of their hot wallets is a
/// withdrawal's. Beside the books, every entry of the audit log is held against its hash.
///
/// May run beside working servers: what is compared is read of one moment, or bounded from both sides. It reads whole
/// tables: on a large installation it takes minutes.
public final class Reconciliation {

    /// The rooms that are held against each other.
    public record Uses(
            Database db,
            Assets assets,
            Ledger ledger,
            Wallets wallets,
            Deposits deposits,
            Payouts payouts,
            Withdrawals withdrawals,
            Trail trail) {}

    /// The check of the audit log.
    public static final String TRAIL = "Every entry of the audit log is as it was recorded";

    private final Uses uses;
    private final Outside outside;

    private Reconciliation(Uses uses, Outside outside) {
        this.uses = uses;
        this.outside = outside;
    }

    public static Reconciliation create(Uses uses, Outside outside) {
        return new Reconciliation(uses, outside);
    }

    /// What is wrong, one line each; empty when all is right.
    public List<String> faults() {
        return checks().stream().flatMap(check -> check.faults().stream()).toList();
    }

    /// All comparisons, with what each found.
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        PayoutSums before = uses.db().view(tx -> {
            checks.addAll(booksAlone(tx));
            return uses.payouts().sums(tx);
        });
        Map<AssetCode, Money> paid = outside.paid();
        PayoutSums after = uses.db().view(uses.payouts()::sums);
        checks.add(Check.of("The sandbox's rail has paid what payouts say", againstRail(before, paid, after)));
        checks.add(Check.of(
                "Real chains have what the hot wallets sent, and no more",
                uses.withdrawals().faultsOnRealChains()));
        checks.add(Check.of(TRAIL, trailFaults()));
        return List.copyOf(checks);
    }

    private List<String> trailFaults() {
        return switch (uses.trail().verify(Optional.empty())) {
            case Verdict.Whole _ -> List.of();
            case Verdict.Broken(long number, Verdict.Fault fault) -> List.of("entry " + number + " " + fault.words());
        };
    }

    private List<Check> booksAlone(Transaction tx) {
        DepositSums deposits = uses.deposits().sums(tx);
        SentCoins sent = new SentCoins(uses, outside);
        Map<Place, BigInteger> kept = places(deposits.booked());
        balances(tx, AccountKind.GAS_COST).forEach((place, cost) -> kept.merge(place, cost, BigInteger::add));
        sent.booked(tx).forEach((place, units) -> kept.merge(place, units.negate(), BigInteger::add));
        return List.of(
                Check.of(
                        "Balances are the sums of their postings, and what is held is what holds say",
                        uses.ledger().audit(tx)),
                Check.of(
                        "Custody is the deposits booked, less what was sent and what sending cost",
                        Place.compare("out of custody", custody(tx), "deposits less what was sent", kept)),
                Check.of("What is held for withdrawals is what open ones set aside", sent.heldOtherwise(tx)),
                Check.of("The sandbox's hot wallets have sent what withdrawals say", sent.sentOtherwise(tx)),
                Check.of(
                        "Suspense is the deposits flagged",
                        Place.compare(
                                "in suspense",
                                balances(tx, AccountKind.SUSPENSE),
                                "deposits flagged",
                                places(deposits.flagged()))),
                Check.of(
                        "The rail accounts are the payouts completed",
                        Place.compare(
                                "on the rail",
                                balances(tx, AccountKind.RAIL),
                                "payouts completed",
                                payouts(uses.payouts().sums(tx).paid()))),
                Check.of("The sandbox's chains hold what deposits say", againstChains(tx, deposits)));
    }

    private Map<Place, BigInteger> balances(Transaction tx, AccountKind kind) {
        Map<Place, BigInteger> sums = new HashMap<>();
        uses.ledger().balances(tx).forEach((account, balance) -> {
            if (account.kind() == kind) {
                sums.merge(new Place(account.environment(), account.asset()), balance.units(), BigInteger::add);
            }
        });
        return sums;
    }

    /// Custody is the outside: what came in from it makes it negative.
    private Map<Place, BigInteger> custody(Transaction tx) {
        Map<Place, BigInteger> sums = balances(tx, AccountKind.CUSTODY);
        sums.replaceAll((place, units) -> units.negate());
        return sums;
    }

    private Map<Place, BigInteger> places(Map<AssetCode, BigInteger> units) {
        Map<Place, BigInteger> sums = new HashMap<>();
        units.forEach((code, sum) ->
                sums.put(new Place(uses.assets().find(code).orElseThrow().environment(), code), sum));
        return sums;
    }

    private static Map<Place, BigInteger> payouts(Map<PayoutSums.Currency, Money> sums) {
        Map<Place, BigInteger> units = new HashMap<>();
        sums.forEach((of, money) -> units.put(new Place(of.environment(), money.asset()), money.units()));
        return units;
    }

    /// Everything the simulated chains hold for our addresses, up to the block we have read, must be a deposit.
    private List<String> againstChains(Transaction tx, DepositSums deposits) {
        List<String> faults = new ArrayList<>();
        Map<Place, BigInteger> held = new HashMap<>();
        Map<Place, BigInteger> recorded = new HashMap<>();
        for (Network network : Network.values()) {
            Optional<BlockRef> read = uses.deposits().readUpTo(tx, new ChainId(Environment.DEVELOPMENT, network));
            Optional<Map<AssetCode, BigInteger>> received =
                    read.flatMap(block -> outside.received(tx, network, block, addresses(tx, network)));
            if (read.isPresent() && received.isEmpty()) {
                faults.add("%s: block %d, read last, has left the chain"
                        .formatted(network.code(), read.get().height()));
            }
            received.ifPresent(coins -> {
                held.putAll(places(coins));
                recorded.putAll(places(of(network, deposits.inBlocks())));
            });
        }
        faults.addAll(Place.compare("on the chain", held, "in deposits", recorded));
        return faults;
    }

    private Set<Address> addresses(Transaction tx, Network network) {
        return uses.wallets().addresses(tx, Environment.DEVELOPMENT, network.family());
    }

    private Map<AssetCode, BigInteger> of(Network network, Map<AssetCode, BigInteger> units) {
        Map<AssetCode, BigInteger> some = new HashMap<>(units);
        some.keySet()
                .removeIf(code -> uses.assets()
                        .find(code)
                        .filter(asset -> asset.network() == network && asset.environment() == Environment.DEVELOPMENT)
                        .isEmpty());
        return some;
    }

    /// The rail may be ahead of the books by what is under way, never behind them.
    private List<String> againstRail(PayoutSums before, Map<AssetCode, Money> outside, PayoutSums after) {
        List<String> faults = new ArrayList<>();
        for (Fiat currency : Fiat.values()) {
            var of = new PayoutSums.Currency(Environment.DEVELOPMENT, currency);
            Money paid = outside.getOrDefault(currency.asset(), Money.zero(currency.asset()));
            Money least = sum(before.paid(), of);
            Money most = sum(after.paid(), of).plus(sum(after.underWay(), of));
            if (paid.compareTo(least) < 0 || paid.compareTo(most) > 0) {
                faults.add("%s: the rail paid %s, payouts completed are %s, with those under way %s"
                        .formatted(currency, paid, least, most));
            }
        }
        return faults;
    }

    private static Money sum(Map<PayoutSums.Currency, Money> sums, PayoutSums.Currency of) {
        return sums.getOrDefault(of, Money.zero(of.currency().asset()));
    }
}
