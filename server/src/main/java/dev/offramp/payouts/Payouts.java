package dev.offramp.payouts;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.BankColumns;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Ledger;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Bank money out: place payouts, run them, ask about them.
public final class Payouts {

    /// The answer to in whose name an account is.
    public sealed interface Resolution {

        record Resolved(BankAccount account) implements Resolution {}

        /// The bank knows no such account, or does not say.
        record NotResolved() implements Resolution {}

        /// No rail reaches the bank in this environment.
        record NoRail() implements Resolution {}
    }

    /// What this room uses of others.
    public record Uses(Ledger ledger, Facts facts, Jobs jobs) {}

    /// What is paid out somewhere.
    static final List<Fiat> CURRENCIES = List.of(Fiat.NGN, Fiat.GHS);

    private final Database db;
    private final InstantSource clock;
    private final Rails rails;
    private final Placing placing;
    private final RailAnswers results;
    private final List<Step> steps;
    private final PayoutStore store;
    private final TermsStore termsStore = new TermsStore();
    private final PayoutSumStore sums = new PayoutSumStore();
    private final RailLookStore looks = new RailLookStore();

    private Payouts(
            Database db,
            InstantSource clock,
            Rails rails,
            Placing placing,
            RailAnswers results,
            List<Step> steps,
            PayoutStore store) {
        this.db = db;
        this.clock = clock;
        this.rails = rails;
        this.placing = placing;
        this.results = results;
        this.steps = steps;
        this.store = store;
    }

    public static Payouts create(
            Database db, InstantSource clock, ObjectIds ids, ServerKey key, Uses uses, Rails rails) {
        Jobs jobs = uses.jobs();
        PayoutStore store = new PayoutStore(new BankColumns(key));
        RailCalls calls = new RailCalls(rails, new RailLooks(db, clock));
        RailAnswers results = new RailAnswers(clock, uses.ledger(), uses.facts(), store);
        return new Payouts(
                db,
                clock,
                rails,
                new Placing(clock, ids, uses.ledger(), uses.facts(), jobs, rails, store),
                results,
                List.of(
                        new SubmitStep(db, clock, jobs, calls, results, store),
                        new QueryStep(db, clock, jobs, calls, results, store)),
                store);
    }

    /// Where an earlier version kept accounts in the clear.
    public static List<ClearColumn> inTheClear() {
        return List.of(BankColumns.inTheClear("payout", "id"));
    }

    /// The loops of this room: send, ask.
    public List<Step> steps() {
        return steps;
    }

    /// The loop that asks rails whether they are there, where payouts have not asked for a while. It moves no money, so
    /// that a server may leave it out.
    public Step probeStep() {
        return new RailProbe(db, clock, rails);
    }

    /// Places payouts in the caller's transaction: the accepted ones are set aside, written down and on their way with
    /// its commit; the refused ones leave nothing behind. A deposit or external id may occur once in `wishes`; a
    /// concurrent twin of it fails on the constraint `payout_deposit` or `payout_external_id`.
    ///
    /// The balances it touches stay locked until the transaction ends, so call it late.
    ///
    /// @return one placement per wish, in the same order
    public List<Placement> place(Transaction tx, List<NewPayout> wishes) {
        return wishes.isEmpty() ? List.of() : placing.place(tx, wishes);
    }

    /// Asks in whose name an account is. A call to the rail: never within a transaction.
    ///
    /// @throws dev.offramp.db.Trouble when the rail is away
    public Resolution resolve(Environment environment, Bank bank, String accountNumber, Optional<String> narration) {
        return rails.serving(environment, bank.currency())
                .<Resolution>map(rail -> switch (rail.resolve(bank.id(), accountNumber)) {
                    case Rail.NameCheck.Named(String accountName) ->
                        new Resolution.Resolved(bank.account(accountNumber, accountName, narration));
                    case Rail.NameCheck.NotResolved _ -> new Resolution.NotResolved();
                })
                .orElseGet(Resolution.NoRail::new);
    }

    /// The tenant's payout with this id or external id.
    public Optional<PayoutSnapshot> find(Tenant tenant, String idOrExternalId) {
        return db.transact(tx -> find(tx, tenant, idOrExternalId));
    }

    /// [#find(Tenant, String)] in the caller's transaction.
    public Optional<PayoutSnapshot> find(Transaction tx, Tenant tenant, String idOrExternalId) {
        return store.find(tx, tenant, idOrExternalId).map(Payout::snapshot);
    }

    /// The tenant's payout with this external id.
    public Optional<PayoutSnapshot> named(Transaction tx, Tenant tenant, String externalId) {
        return store.named(tx, tenant, externalId).map(Payout::snapshot);
    }

    /// These payouts, in no order.
    public List<PayoutSnapshot> read(Transaction tx, Collection<PayoutId> ids) {
        return ids.isEmpty()
                ? List.of()
                : store.read(tx, ids).stream().map(Payout::snapshot).toList();
    }

    /// The jobs that payouts under way have: each one of them, until it ends.
    public static List<JobKind> jobs() {
        return List.of(SubmitStep.JOB, QueryStep.JOB);
    }

    /// The settlements of these deposits, of each the last; a deposit without one is left out.
    public Map<ObjectId, PayoutSnapshot> settling(Transaction tx, Collection<ObjectId> deposits) {
        return deposits.isEmpty()
                ? Map.of()
                : store.settling(tx, deposits).stream()
                        .map(Payout::snapshot)
                        .collect(Collectors.toMap(
                                payout -> payout.deposit().orElseThrow(), Function.identity(), (_, later) -> later));
    }

    /// What a payout in `currency` costs each of these tenants and how large it may be. A tenant whose environment has
    /// no rail for it is left out.
    public Map<Tenant, PayoutTerms> terms(Transaction tx, Collection<Tenant> tenants, Fiat currency) {
        Map<Tenant, PayoutTerms> terms = new HashMap<>();
        if (!tenants.isEmpty()) {
            termsStore.of(tx, tenants).forEach((key, its) -> {
                if (key.currency() == currency && isServed(key.tenant(), currency)) {
                    terms.put(key.tenant(), its);
                }
            });
        }
        return terms;
    }

    /// What payouts cost a tenant and how large they may be, in every currency that is paid out somewhere, whether its
    /// environment has a rail or not.
    public Map<Fiat, PayoutTerms> terms(Transaction tx, Tenant tenant) {
        Map<Fiat, PayoutTerms> terms = new EnumMap<>(Fiat.class);
        termsStore.of(tx, List.of(tenant)).forEach((key, its) -> terms.put(key.currency(), its));
        return terms;
    }

    private boolean isServed(Tenant tenant, Fiat currency) {
        return rails.serving(tenant.environment(), currency).isPresent();
    }

    /// What all payouts there are come to, to hold the books against.
    public PayoutSums sums(Transaction tx) {
        return sums.read(tx);
    }

    /// How the rails of all currencies that are paid out stand, production first.
    ///
    /// @param dayAgo payouts placed from then on are counted when they have ended
    public List<RailState> rails(Transaction tx, Instant dayAgo) {
        Map<RailLookStore.Key, RailLookStore.Look> last = looks.looks(tx);
        Map<RailLookStore.Key, RailState.Open> open = looks.open(tx, jobs());
        Map<RailLookStore.Key, RailState.Ended> ended = looks.ended(tx, dayAgo);
        List<RailState> states = new ArrayList<>();
        for (Environment environment : List.of(Environment.PRODUCTION, Environment.DEVELOPMENT)) {
            for (Fiat currency : CURRENCIES) {
                RailLookStore.Key key = new RailLookStore.Key(environment, currency);
                RailLookStore.Look look = last.getOrDefault(key, RailLookStore.Look.NEVER);
                states.add(new RailState(
                        environment,
                        currency,
                        rails.serving(environment, currency).isPresent(),
                        open.getOrDefault(key, RailState.Open.NONE),
                        ended.getOrDefault(key, RailState.Ended.NONE),
                        look.answeredAt(),
                        look.trouble()));
            }
        }
        return states;
    }

    /// Limits the tenant's payouts in a currency; empty lifts the limit.
    public void limit(Transaction tx, Tenant tenant, Fiat currency, Optional<Money> maximum) {
        maximum.ifPresentOrElse(
                limit -> termsStore.setMaximum(tx, tenant, currency, limit),
                () -> termsStore.dropMaximum(tx, tenant, currency));
    }

    /// A rail says that it took a payout back, possibly days after it was paid: amount and fee return to the balance,
    /// once. A payout that ended without being paid stays as it is.
    ///
    /// @return the payout as it stands now; empty when there is none of this id
    public Optional<PayoutSnapshot> takeBack(PayoutId id, String reason) {
        return db.transact(tx -> results.take(tx, List.of(id), Map.of(id, new Rail.Standing.Reversed(reason)))).stream()
                .map(Payout::snapshot)
                .findFirst();
    }
}
