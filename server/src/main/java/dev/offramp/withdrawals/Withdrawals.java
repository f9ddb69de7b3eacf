package dev.offramp.withdrawals;

import dev.offramp.assets.Assets;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Coins out: place withdrawals, send them, ask about them.
public final class Withdrawals {

    /// The rooms withdrawals are made with.
    public record Uses(Assets assets, Rates rates, Ledger ledger, Facts facts, Jobs jobs) {}

    private final Database db;
    private final Coins coins;
    private final CoinSenders senders;
    private final Placing placing;
    private final List<Step> steps;
    private final WithdrawalStore store = new WithdrawalStore();
    private final TermsStore termsStore = new TermsStore();
    private final WithdrawalSumStore sums = new WithdrawalSumStore();

    private Withdrawals(Database db, Coins coins, CoinSenders senders, Placing placing, List<Step> steps) {
        this.db = db;
        this.coins = coins;
        this.senders = senders;
        this.placing = placing;
        this.steps = steps;
    }

    public static Withdrawals create(Database db, InstantSource clock, ObjectIds ids, Uses uses, CoinSenders senders) {
        Coins coins = new Coins(uses.assets());
        Progress progress = new Progress(clock, uses.ledger(), uses.facts());
        List<Step> steps = new ArrayList<>();
        for (CoinSender sender : senders.all()) {
            steps.add(new SendStep(db, clock, uses.jobs(), progress, coins, sender));
        }
        return new Withdrawals(db, coins, senders, new Placing(clock, ids, uses, coins, senders), List.copyOf(steps));
    }

    /// The loops of this room, one for each network that coins are sent on.
    public List<Step> steps() {
        return steps;
    }

    /// The networks on which something was placed before that and waits to be signed: their hot wallets may be short.
    public List<ChainId> waitingSince(Transaction tx, Instant before) {
        return new HotWalletStore().waitingSince(tx, before);
    }

    /// Places withdrawals in the caller's transaction: of the accepted ones amount and fee are set aside, and they
    /// are on their way with its commit; the refused ones leave nothing behind. A deposit or external id may occur
    /// once in `wishes`; twins in other transactions wait for this one.
    ///
    /// The balances it touches stay locked until the transaction ends, so call it late.
    ///
    /// @return one placement per wish, in the same order
    public List<Placement> place(Transaction tx, List<NewWithdrawal> wishes) {
        return wishes.isEmpty() ? List.of() : placing.place(tx, wishes);
    }

    /// What [#place] would refuse this wish with, an insufficient balance apart: for those who must know before they do
    /// something else in the same transaction. Until it ends nobody else can change that.
    public Optional<Placement> refusal(Transaction tx, NewWithdrawal wish) {
        return placing.refusal(tx, wish);
    }

    /// What this wish would come to now, an insufficient balance apart: for those who show it before it is placed.
    public Preview preview(Transaction tx, NewWithdrawal wish) {
        return placing.preview(tx, wish);
    }

    /// The spelling of an address that coins can be sent to; empty where this is none of the network, or one that
    /// nothing should be sent to. What [#place] would refuse by itself, for those who must know before.
    public Optional<Address> payable(Environment environment, Token token, TokenNetwork network, String address) {
        return coins.find(environment, token, network)
                .flatMap(coin -> Judging.payable(senders, environment, coin, address));
    }

    /// Whether this token is on this network.
    public boolean has(Environment environment, Token token, TokenNetwork network) {
        return coins.find(environment, token, network).isPresent();
    }

    /// The networks that this text is an address of and that have this token; a client may leave out the only one.
    public List<TokenNetwork> networksOf(Environment environment, Token token, String address) {
        return Stream.of(TokenNetwork.values())
                .filter(network -> has(environment, token, network))
                .filter(network -> AddressForm.canonical(network.network().family(), environment, address)
                        .isPresent())
                .toList();
    }

    /// Everything the tenant can withdraw, with what it costs.
    public List<SentCoin> offer(Transaction tx, Tenant tenant) {
        Map<TermsStore.FeeKey, Money> fees = termsStore.fees(tx, tenant.environment());
        WithdrawalLimits limits = termsStore.limits(tx, tenant);
        return coins.all(tenant.environment()).stream()
                .filter(coin -> senders.serving(
                                tenant.environment(), coin.network().network())
                        .isPresent())
                .map(coin -> new SentCoin(coin, fees(fees, coin.network()), limits))
                .toList();
    }

    /// One of those; empty when the tenant cannot withdraw it.
    public Optional<SentCoin> offer(Transaction tx, Tenant tenant, Token token, TokenNetwork network) {
        return offer(tx, tenant).stream()
                .filter(sent -> sent.coin().token() == token && sent.coin().network() == network)
                .findFirst();
    }

    private static Map<FeeLevel, Money> fees(Map<TermsStore.FeeKey, Money> all, TokenNetwork network) {
        Map<FeeLevel, Money> fees = new EnumMap<>(FeeLevel.class);
        all.forEach((key, fee) -> {
            if (key.network() == network) {
                fees.put(key.level(), fee);
            }
        });
        return fees;
    }

    /// The tenant's withdrawal with this id or external id.
    public Optional<WithdrawalSnapshot> find(Tenant tenant, String idOrExternalId) {
        return db.transact(tx -> find(tx, tenant, idOrExternalId));
    }

    /// [#find(Tenant, String)] in the caller's transaction.
    public Optional<WithdrawalSnapshot> find(Transaction tx, Tenant tenant, String idOrExternalId) {
        return store.find(tx, tenant, idOrExternalId).map(Withdrawal::snapshot);
    }

    /// The tenant's withdrawal with this external id.
    public Optional<WithdrawalSnapshot> named(Transaction tx, Tenant tenant, String externalId) {
        return find(tx, tenant, externalId)
                .filter(found -> found.externalId().filter(externalId::equals).isPresent());
    }

    /// These withdrawals, in no order.
    public List<WithdrawalSnapshot> read(Transaction tx, Collection<WithdrawalId> ids) {
        return ids.isEmpty()
                ? List.of()
                : store.read(tx, ids).stream().map(Withdrawal::snapshot).toList();
    }

    /// The jobs that withdrawals under way have: each one of them, until it ends.
    public static List<JobKind> jobs() {
        return Stream.of(Environment.values())
                .flatMap(environment -> Stream.of(TokenNetwork.values())
                        .map(network -> SendStep.job(new ChainId(environment, network.network()))))
                .toList();
    }

    /// The settlements of these deposits, of each the last; a deposit without one is left out.
    public Map<ObjectId, WithdrawalSnapshot> settling(Transaction tx, Collection<ObjectId> deposits) {
        List<String> ids = deposits.stream().map(ObjectId::value).toList();
        return ids.isEmpty()
                ? Map.of()
                : store.settling(tx, ids).stream()
                        .map(Withdrawal::snapshot)
                        .collect(Collectors.toMap(
                                its -> its.deposit().orElseThrow(), Function.identity(), (_, later) -> later));
    }

    /// The tenant's own limits; empty for those of everybody.
    public void limit(Transaction tx, Tenant tenant, Optional<WithdrawalLimits> limits) {
        limits.ifPresentOrElse(own -> termsStore.setLimits(tx, tenant, own), () -> termsStore.dropLimits(tx, tenant));
    }

    /// The limits of those tenants of an environment that have none of their own.
    public WithdrawalLimits usualLimits(Transaction tx, Environment environment) {
        return termsStore.usualLimits(tx, environment);
    }

    public void setUsualLimits(Transaction tx, Environment environment, WithdrawalLimits limits) {
        termsStore.setUsualLimits(tx, environment, limits);
    }

    /// The limits that hold for a tenant, its own or the usual ones.
    public WithdrawalLimits limits(Transaction tx, Tenant tenant) {
        return termsStore.limits(tx, tenant);
    }

    /// What a withdrawal costs, by network and level.
    public Map<TokenNetwork, Map<FeeLevel, Money>> fees(Transaction tx, Environment environment) {
        Map<TermsStore.FeeKey, Money> all = termsStore.fees(tx, environment);
        Map<TokenNetwork, Map<FeeLevel, Money>> byNetwork = new EnumMap<>(TokenNetwork.class);
        for (TokenNetwork network : TokenNetwork.values()) {
            byNetwork.put(network, fees(all, network));
        }
        return byNetwork;
    }

    /// Sets what a withdrawal costs from now on.
    public void setFee(Transaction tx, Environment environment, TokenNetwork network, FeeLevel level, Money fee) {
        termsStore.setFee(tx, environment, new TermsStore.FeeKey(network, level), fee);
    }

    /// Decimals of what withdrawals put into the books, beyond the catalogue too.
    public Optional<Integer> decimals(AssetCode asset) {
        return coins.decimals(asset);
    }

    /// The wallets that coins are sent from, with what the chains say of them now.
    public List<HotWallet> hotWallets() {
        return new HotWallets(db, coins, senders).all();
    }

    /// The chains that coins are sent on from this address.
    public List<ChainId> hotWalletsAt(Address address) {
        return senders.all().stream()
                .filter(sender -> sender.wallet().equals(address))
                .map(CoinSender::id)
                .sorted(Comparator.comparing(ChainId::toString))
                .toList();
    }

    /// The withdrawal that this transaction was signed for.
    public Optional<WithdrawalSnapshot> signed(Transaction tx, TxHash hash) {
        return new HotWalletStore()
                .signed(tx, hash)
                .flatMap(id -> read(tx, List.of(id)).stream().findFirst());
    }

    /// What real chains say otherwise than the records of what was sent, one line each; also when they cannot be asked.
    public List<String> faultsOnRealChains() {
        return new HotWallets(db, coins, senders).faultsOnRealChains();
    }

    /// What all withdrawals there are come to, to hold the books against.
    public WithdrawalSums sums(Transaction tx) {
        return sums.read(tx);
    }
}
