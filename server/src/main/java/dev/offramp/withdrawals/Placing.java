package dev.offramp.withdrawals;

import dev.offramp.chains.Address;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Outcome;
import dev.offramp.money.Money;
import dev.offramp.rates.RateBoard;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.Judging.Fit;
import dev.offramp.withdrawals.Judging.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Places withdrawals in batches: judges each wish, sets amount and fee aside, writes the accepted ones down.
final class Placing {

    /// For this long the same amount is not sent to the same address again.
    private static final Duration TWIN_GUARD = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final ObjectIds ids;
    private final Withdrawals.Uses uses;
    private final Coins coins;
    private final CoinSenders senders;
    private final WithdrawalStore store = new WithdrawalStore();
    private final TermsStore termsStore = new TermsStore();

    Placing(InstantSource clock, ObjectIds ids, Withdrawals.Uses uses, Coins coins, CoinSenders senders) {
        this.clock = clock;
        this.ids = ids;
        this.uses = uses;
        this.coins = coins;
        this.senders = senders;
    }

    /// What the same amount to the same address is.
    private record Same(Tenant tenant, Address address, Money amount) {

        String key() {
            return "same " + tenant + " " + address + " " + amount;
        }
    }

    /// What is known before money is set aside.
    ///
    /// @param answers null where the wish is a candidate
    /// @param candidates by their place among the wishes
    private record Plan(@Nullable Placement[] answers, Map<Integer, Withdrawal> candidates) {}

    List<Placement> place(Transaction tx, List<NewWithdrawal> wishes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Plan plan = plan(tx, wishes, now);
        setAside(tx, plan, now);
        return Stream.of(plan.answers).map(Objects::requireNonNull).toList();
    }

    /// What a wish would be refused with, money apart.
    Optional<Placement> refusal(Transaction tx, NewWithdrawal wish) {
        Plan plan = plan(tx, List.of(wish), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Optional.ofNullable(plan.answers[0]);
    }

    /// What a wish would come to, money apart.
    Preview preview(Transaction tx, NewWithdrawal wish) {
        Plan plan = plan(tx, List.of(wish), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Optional.ofNullable(plan.answers[0])
                .<Preview>map(Preview.Refused::new)
                .orElseGet(() -> possible(plan.candidates.values().iterator().next()));
    }

    private static Preview possible(Withdrawal candidate) {
        return new Preview.Possible(candidate.amount(), candidate.fee(), candidate.coins(), candidate.decimals());
    }

    private Plan plan(Transaction tx, List<NewWithdrawal> wishes, Instant now) {
        List<Verdict> verdicts = judge(tx, wishes);
        waitForTwins(tx, wishes, verdicts);
        Earlier earlier = earlier(tx, wishes);
        Set<Same> recent = recent(tx, wishes, verdicts, now);
        @Nullable Placement[] answers = new Placement[wishes.size()];
        Map<Integer, Withdrawal> candidates = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i++) {
            NewWithdrawal wish = wishes.get(i);
            Optional<Withdrawal> before = earlier.of(wish);
            switch (verdicts.get(i)) {
                // What is no address or coin was never placed; all else may be a repetition.
                case Verdict.Refused(Placement refusal) ->
                    answers[i] = before.<Placement>map(found -> repeated(found, wish))
                            .orElse(refusal);
                case Verdict.Allowed(Fit fit) -> {
                    if (before.isPresent()) {
                        answers[i] = repeated(before.get(), wish);
                    } else if (isRequest(wish) && !recent.add(same(wish, fit))) {
                        answers[i] = new Placement.Duplicate();
                    } else {
                        candidates.put(i, placed(wish, fit, now));
                    }
                }
            }
        }
        return new Plan(answers, candidates);
    }

    private List<Verdict> judge(Transaction tx, List<NewWithdrawal> wishes) {
        Map<Environment, RateBoard> boards = new HashMap<>();
        Map<Environment, Map<TermsStore.FeeKey, Money>> fees = new HashMap<>();
        Map<Tenant, WithdrawalLimits> limits = new HashMap<>();
        for (NewWithdrawal wish : wishes) {
            Environment environment = wish.tenant().environment();
            boards.computeIfAbsent(environment, of -> uses.rates().board(tx, of));
            fees.computeIfAbsent(environment, of -> termsStore.fees(tx, of));
            limits.computeIfAbsent(wish.tenant(), of -> termsStore.limits(tx, of));
        }
        Judging judging = new Judging(coins, senders, boards, fees, limits);
        return wishes.stream().map(judging::judge).toList();
    }

    private void waitForTwins(Transaction tx, List<NewWithdrawal> wishes, List<Verdict> verdicts) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            NewWithdrawal wish = wishes.get(i);
            wish.origin().clientReference().ifPresent(name -> keys.add("named " + wish.tenant() + " " + name));
            if (isRequest(wish) && verdicts.get(i) instanceof Verdict.Allowed(Fit fit)) {
                keys.add(same(wish, fit).key());
            }
        }
        store.oneAfterAnother(tx, keys);
    }

    private static boolean isRequest(NewWithdrawal wish) {
        return wish.origin() instanceof WithdrawalOrigin.Request;
    }

    private static Same same(NewWithdrawal wish, Fit fit) {
        return new Same(wish.tenant(), fit.address(), fit.amount());
    }

    private Set<Same> recent(Transaction tx, List<NewWithdrawal> wishes, List<Verdict> verdicts, Instant now) {
        Map<Tenant, Set<String>> addresses = new HashMap<>();
        for (int i = 0; i < wishes.size(); i++) {
            if (isRequest(wishes.get(i)) && verdicts.get(i) instanceof Verdict.Allowed(Fit fit)) {
                addresses
                        .computeIfAbsent(wishes.get(i).tenant(), _ -> new HashSet<>())
                        .add(fit.address().value());
            }
        }
        Set<Same> recent = new HashSet<>();
        addresses.forEach((tenant, its) -> store.askedSince(tx, tenant, now.minus(TWIN_GUARD), its)
                .forEach(w -> recent.add(new Same(tenant, w.address(), w.amount()))));
        return recent;
    }

    /// What was placed under the names and for the deposits of some wishes.
    private record Earlier(Map<WithdrawalOrigin.Settlement, Withdrawal> settlements, Map<Named, Withdrawal> named) {

        private record Named(Tenant tenant, String externalId) {}

        Optional<Withdrawal> of(NewWithdrawal wish) {
            return wish.origin()
                    .settlement()
                    .map(settlements::get)
                    .or(() -> wish.origin().clientReference().map(name -> named.get(new Named(wish.tenant(), name))));
        }
    }

    private Earlier earlier(Transaction tx, List<NewWithdrawal> wishes) {
        List<String> deposits = wishes.stream()
                .flatMap(wish -> wish.origin().settledDeposit().stream())
                .map(ObjectId::value)
                .toList();
        List<NewWithdrawal> named = wishes.stream()
                .filter(wish -> wish.origin().clientReference().isPresent())
                .toList();
        Earlier earlier = new Earlier(new HashMap<>(), new HashMap<>());
        Stream.concat(
                        deposits.isEmpty() ? Stream.of() : store.settling(tx, deposits).stream(),
                        named.isEmpty() ? Stream.of() : store.named(tx, named).stream())
                .forEach(found -> {
                    found.origin().settlement().ifPresent(settled -> earlier.settlements.put(settled, found));
                    found.origin()
                            .clientReference()
                            .ifPresent(name -> earlier.named.put(new Earlier.Named(found.tenant(), name), found));
                });
        return earlier;
    }

    private Placement repeated(Withdrawal earlier, NewWithdrawal wish) {
        boolean sameAmount = switch (wish.asked()) {
            case Asked.Dollars(Money amount) ->
                earlier.askedCoins().isEmpty() && earlier.amount().equals(amount);
            case Asked.Coins coinsAsked ->
                earlier.askedCoins()
                        .filter(asked -> asked.compareTo(coinsAsked.amount()) == 0)
                        .isPresent();
        };
        boolean same = sameAmount
                && earlier.token() == wish.token()
                && earlier.network() == wish.network()
                && earlier.feeLevel() == wish.feeLevel()
                && Judging.canonical(wish).filter(earlier.address()::equals).isPresent();
        return new Placement.AlreadyPlaced(earlier.snapshot(), same);
    }

    private Withdrawal placed(NewWithdrawal wish, Fit fit, Instant now) {
        return new Withdrawal(
                new WithdrawalId(ids.next()),
                wish.tenant(),
                wish.origin(),
                wish.token(),
                wish.network(),
                fit.address(),
                wish.feeLevel(),
                wish.asked().coins(),
                fit.amount(),
                fit.fee(),
                fit.coins(),
                fit.decimals(),
                new WithdrawalState.Placed(),
                1,
                now,
                now);
    }

    /// Holds the totals of the candidates in order and writes down those whose total was there.
    private void setAside(Transaction tx, Plan plan, Instant now) {
        Map<Integer, Withdrawal> candidates = plan.candidates;
        List<Entry> holds =
                candidates.values().stream().<Entry>map(Booking::hold).toList();
        Iterator<Outcome> outcomes = uses.ledger().enter(tx, holds).iterator();
        List<Withdrawal> accepted = new ArrayList<>();
        candidates.forEach((place, withdrawal) -> {
            switch (outcomes.next()) {
                case Outcome.Entered _ -> {
                    accepted.add(withdrawal);
                    plan.answers[place] = new Placement.Placed(withdrawal.snapshot());
                }
                case Outcome.InsufficientFunds(Money available) ->
                    plan.answers[place] = new Placement.InsufficientFunds(available);
            }
        });
        store.insert(tx, accepted);
        uses.facts().write(tx, accepted.stream().map(Withdrawal::fact).toList());
        accepted.stream()
                .collect(Collectors.groupingBy(
                        SendStep::job,
                        LinkedHashMap::new,
                        Collectors.mapping(w -> w.id().value(), Collectors.toList())))
                .forEach((kind, its) -> uses.jobs().add(tx, kind, its, now));
    }
}
