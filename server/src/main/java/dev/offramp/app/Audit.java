package dev.offramp.app;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.simulated.Coin;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositSums;
import dev.offramp.ledger.AccountKind;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutSums;
import dev.offramp.tenancy.Environment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The checks under the chart of accounts, beyond what the ledger checks of itself: custody is the deposits booked less
/// the withdrawals sent and what sending cost, suspense the deposits flagged, rail the payouts completed; deposits are
/// what the chains hold, payouts what the rail paid, withdrawals what the hot wallets sent, open ones what is held.
/// What
/// was sent on real chains is looked up there again, and every nonce of their hot wallets is a withdrawal's.
///
/// May run beside working servers: what is compared is read of one moment, or bounded from both sides.
public final class Audit {

    private final Platform platform;
    private final Supplier<Map<AssetCode, Money>> railPaid;

    /// @param railPaid what the sandbox's rail says it has paid, per currency
    public Audit(Platform platform, Supplier<Map<AssetCode, Money>> railPaid) {
        this.platform = platform;
        this.railPaid = railPaid;
    }

    /// What is wrong, one line each; empty when all is right.
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        SentCoins sent = new SentCoins(platform);
        PayoutSums before = platform.db().view(tx -> {
            faults.addAll(booksAlone(tx, sent));
            return platform.payouts().sums(tx);
        });
        Map<AssetCode, Money> outside = railPaid.get();
        PayoutSums after = platform.db().view(platform.payouts()::sums);
        faults.addAll(againstRail(before, outside, after));
        faults.addAll(platform.withdrawals().faultsOnRealChains());
        return faults;
    }

    private List<String> booksAlone(Transaction tx, SentCoins sent) {
        DepositSums deposits = platform.deposits().sums(tx);
        Map<Place, BigInteger> paid = payouts(platform.payouts().sums(tx).paid());
        List<String> faults = new ArrayList<>(platform.ledger().audit(tx));
        Map<Place, BigInteger> gas = balances(tx, AccountKind.GAS_COST);
        Map<Place, BigInteger> kept = places(deposits.booked());
        gas.forEach((place, cost) -> kept.merge(place, cost, BigInteger::add));
        sent.booked(tx).forEach((place, units) -> kept.merge(place, units.negate(), BigInteger::add));
        faults.addAll(compare("out of custody", custody(tx), "deposits less what was sent", kept));
        faults.addAll(sent.faults(tx));
        faults.addAll(compare(
                "in suspense", balances(tx, AccountKind.SUSPENSE), "deposits flagged", places(deposits.flagged())));
        faults.addAll(compare("on the rail", balances(tx, AccountKind.RAIL), "payouts completed", paid));
        faults.addAll(againstChains(tx, deposits));
        return faults;
    }

    /// What is counted in one environment: currencies are the same in both.
    record Place(Environment environment, AssetCode asset) {

        @Override
        public String toString() {
            return asset + " (" + environment.code() + ")";
        }
    }

    private static List<String> compare(
            String one, Map<Place, BigInteger> ones, String other, Map<Place, BigInteger> others) {
        Set<Place> all = new HashSet<>(ones.keySet());
        all.addAll(others.keySet());
        return all.stream()
                .filter(place -> !of(ones, place).equals(of(others, place)))
                .map(place -> "%s: %s units %s, %s %s".formatted(place, of(ones, place), one, of(others, place), other))
                .sorted()
                .toList();
    }

    private static BigInteger of(Map<Place, BigInteger> units, Place place) {
        return units.getOrDefault(place, BigInteger.ZERO);
    }

    private Map<Place, BigInteger> balances(Transaction tx, AccountKind kind) {
        Map<Place, BigInteger> sums = new HashMap<>();
        platform.ledger().balances(tx).forEach((account, balance) -> {
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
                sums.put(new Place(platform.assets().find(code).orElseThrow().environment(), code), sum));
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
            Optional<BlockRef> read = platform.deposits().readUpTo(tx, new ChainId(Environment.DEVELOPMENT, network));
            Optional<Map<Coin, BigInteger>> received =
                    read.flatMap(block -> platform.sandbox().receivedUpTo(tx, network, block, addresses(tx, network)));
            if (read.isPresent() && received.isEmpty()) {
                faults.add("%s: block %d, read last, has left the chain"
                        .formatted(network.code(), read.get().height()));
            }
            received.ifPresent(coins -> {
                held.putAll(places(catalogued(coins)));
                recorded.putAll(places(of(network, deposits.inBlocks())));
            });
        }
        faults.addAll(compare("on the chain", held, "in deposits", recorded));
        return faults;
    }

    private Set<Address> addresses(Transaction tx, Network network) {
        return platform.wallets().addresses(tx, Environment.DEVELOPMENT, network.family());
    }

    /// Coins the catalogue does not know are arrivals, and in no book.
    private Map<AssetCode, BigInteger> catalogued(Map<Coin, BigInteger> coins) {
        Map<AssetCode, BigInteger> units = new HashMap<>();
        coins.forEach((coin, sum) -> platform.assets()
                .of(Environment.DEVELOPMENT, coin.network(), coin.contract().map(Address::value))
                .ifPresent(asset -> units.put(asset.code(), sum)));
        return units;
    }

    private Map<AssetCode, BigInteger> of(Network network, Map<AssetCode, BigInteger> units) {
        Map<AssetCode, BigInteger> some = new HashMap<>(units);
        some.keySet()
                .removeIf(code -> platform.assets()
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
