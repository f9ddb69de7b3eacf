package dev.offramp.reports;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositFlagged;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Line;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.money.Rounding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What lines of whole transfers were worth when they were booked.
final class Values {

    private final Map<Cause, Money> exchanged = new HashMap<>();
    private final Map<Cause, Money> stated;

    private Values(List<Line> lines, Map<Cause, Money> stated) {
        this.stated = stated;
        for (Line line : lines) {
            Posting posting = line.posting();
            if (isFiat(posting) && touches(posting, AccountKind.LIQUIDITY)) {
                exchanged.merge(line.cause(), posting.amount(), Values::sum);
            }
        }
    }

    static Values of(Transaction tx, Facts facts, List<Line> lines) {
        Set<ObjectId> held = new HashSet<>();
        for (Line line : lines) {
            if (isHeldBack(line.posting())) {
                held.add(line.cause().subject());
            }
        }
        return new Values(lines, stated(facts, facts.about(tx, held)));
    }

    /// What deposits would have brought when they were flagged, by the cause of the transfers into suspense and of
    /// those straight out again. A deposit that left its chain may be flagged once more: what was booked before has
    /// causes of its own, numbered by the deletions that came between.
    private static Map<Cause, Money> stated(Facts facts, List<Fact> told) {
        Map<Cause, Money> stated = new HashMap<>();
        Map<ObjectId, Integer> rounds = new HashMap<>();
        Map<ObjectId, Boolean> booked = new HashMap<>();
        for (Fact fact : told) {
            int round = rounds.getOrDefault(fact.subject(), 1);
            switch (fact.kind()) {
                case "DepositFlagged" -> {
                    Money worth = worth(facts.body(fact, DepositFlagged.class).deposit());
                    for (String purpose : List.of("deposit.suspend", "deposit.correct")) {
                        stated.put(new Cause(round == 1 ? purpose : purpose + "." + round, fact.subject()), worth);
                    }
                    booked.put(fact.subject(), true);
                }
                case "DepositCompleted" -> booked.put(fact.subject(), true);
                case "DepositDeleted" -> {
                    if (booked.put(fact.subject(), false) == Boolean.TRUE) {
                        rounds.put(fact.subject(), round + 1);
                    }
                }
                default -> {}
            }
        }
        return stated;
    }

    private static Money worth(DepositSnapshot deposit) {
        return deposit.currency().money(deposit.gross().add(deposit.markup()), Rounding.DOWN);
    }

    Optional<Money> of(Line line) {
        Posting posting = line.posting();
        if (isFiat(posting)) {
            return Optional.of(posting.amount());
        }
        if (isHeldBack(posting)) {
            return Optional.ofNullable(stated.get(line.cause()));
        }
        return touches(posting, AccountKind.LIQUIDITY)
                ? Optional.ofNullable(exchanged.get(line.cause()))
                : Optional.empty();
    }

    /// Coins into suspense, or from there to where they came from.
    private static boolean isHeldBack(Posting posting) {
        return touches(posting, AccountKind.SUSPENSE) && !touches(posting, AccountKind.LIQUIDITY);
    }

    private static boolean isFiat(Posting posting) {
        return Fiat.parse(posting.amount().asset().value()).isPresent();
    }

    private static boolean touches(Posting posting, AccountKind kind) {
        Predicate<Account> isOfKind = account -> account.kind() == kind;
        return isOfKind.test(posting.from()) || isOfKind.test(posting.to());
    }

    /// Two currencies in one transfer are a conversion, which has no coins to value.
    private static Money sum(Money one, Money other) {
        return one.asset().equals(other.asset()) ? one.plus(other) : one;
    }
}
