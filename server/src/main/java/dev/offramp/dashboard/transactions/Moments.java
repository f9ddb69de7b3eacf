package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositDeleted;
import dev.offramp.deposits.DepositFlagged;
import dev.offramp.deposits.DepositPending;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.deposits.FlagReason;
import dev.offramp.facts.Fact;
import dev.offramp.facts.Facts;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutFact;
import dev.offramp.payouts.PayoutSnapshot;
import dev.offramp.settlement.LastAttempt;
import dev.offramp.settlement.Settlement;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.withdrawals.WithdrawalFact;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts what several rooms know of a transaction's way into one order of time.
final class Moments {

    private final Facts facts;
    private final List<Moment> moments = new ArrayList<>();

    Moments(Facts facts) {
        this.facts = facts;
    }

    /// @param told all facts about it, in their order
    void addDeposit(Deposit deposit, List<Fact> told) {
        if (told.isEmpty()) {
            moments.add(new Moment(
                    deposit.createdAt(), Badge.waiting("Seen"), "There is no price to tell of it with yet."));
        }
        Optional<Fact> before = Optional.empty();
        for (Fact fact : told) {
            add(fact, before);
            before = Optional.of(fact);
        }
    }

    private void add(Fact fact, Optional<Fact> before) {
        if (fact.is(DepositPending.class)) {
            add(fact, before, facts.body(fact, DepositPending.class).deposit());
        } else if (fact.is(DepositFlagged.class)) {
            DepositSnapshot deposit = facts.body(fact, DepositFlagged.class).deposit();
            String why = deposit.flagReason().map(FlagReason::text).orElse("it waits for a decision");
            moments.add(new Moment(fact.at(), Badge.waiting("Held back"), sentence(why)));
        } else if (fact.is(DepositCompleted.class)) {
            DepositSnapshot deposit = facts.body(fact, DepositCompleted.class).deposit();
            moments.add(new Moment(fact.at(), Badge.good("Credited"), credited(deposit)));
        } else if (fact.is(DepositDeleted.class)) {
            DepositSnapshot deposit = facts.body(fact, DepositDeleted.class).deposit();
            String why = deposit.reason().orElse("It is on its chain no more");
            moments.add(new Moment(fact.at(), Badge.bad("Left the chain"), sentence(why)));
        }
    }

    private void add(Fact fact, Optional<Fact> before, DepositSnapshot deposit) {
        boolean isFirst = before.isEmpty();
        boolean isBack =
                before.filter(earlier -> earlier.is(DepositDeleted.class)).isPresent();
        boolean wasInBlock = before.filter(earlier -> earlier.is(DepositPending.class))
                .map(earlier -> facts.body(earlier, DepositPending.class).deposit())
                .filter(earlier -> earlier.confirmations() > 0)
                .isPresent();
        String words = isFirst ? "Seen" : isBack ? "Seen again" : wasInBlock ? "Confirmed deeper" : "In a block";
        moments.add(new Moment(fact.at(), Badge.waiting(words), depth(deposit)));
    }

    private static String depth(DepositSnapshot deposit) {
        return deposit.blockHeight()
                .map(height -> "Block %s, %s.".formatted(Figures.count(height), confirmations(deposit.confirmations())))
                .orElse("In no block yet.");
    }

    static String confirmations(int count) {
        return count == 1 ? "1 confirmation" : Figures.count(count) + " confirmations";
    }

    private static String credited(DepositSnapshot deposit) {
        String amount = Figures.number(deposit.amount().add(deposit.markup())) + " " + deposit.currency();
        String fee = Figures.number(deposit.fee().add(deposit.flagFee())) + " " + deposit.currency();
        String text = "%s, after a fee of %s.".formatted(amount, fee);
        return deposit.reason().map(why -> text + " " + sentence(why)).orElse(text);
    }

    /// What became of settling it, where that was nothing; what was placed tells of itself.
    void addSettlement(Optional<LastAttempt> attempt) {
        attempt.ifPresent(last -> {
            if (last.settlement() instanceof Settlement.Skipped(Money amount, var reason)) {
                String text = "%s stay in the balance: %s.".formatted(fiat(amount), reason.words());
                moments.add(new Moment(last.at(), Badge.bad("Not settled"), text));
            }
        });
    }

    void addOutflows(List<Fact> told) {
        for (Fact fact : told) {
            for (Class<? extends PayoutFact> kind : PAYOUTS) {
                if (fact.is(kind)) {
                    add(fact, facts.body(fact, kind).payout());
                }
            }
            for (Class<? extends WithdrawalFact> kind : WITHDRAWALS) {
                if (fact.is(kind)) {
                    add(fact, facts.body(fact, kind).withdrawal());
                }
            }
        }
    }

    private static final List<Class<? extends PayoutFact>> PAYOUTS = List.of(
            PayoutFact.PayoutPlaced.class,
            PayoutFact.PayoutProcessing.class,
            PayoutFact.PayoutCompleted.class,
            PayoutFact.PayoutRejected.class,
            PayoutFact.PayoutReversed.class);

    private static final List<Class<? extends WithdrawalFact>> WITHDRAWALS = List.of(
            WithdrawalFact.WithdrawalPlaced.class,
            WithdrawalFact.WithdrawalProcessing.class,
            WithdrawalFact.WithdrawalCompleted.class,
            WithdrawalFact.WithdrawalRejected.class,
            WithdrawalFact.WithdrawalReversed.class);

    private void add(Fact fact, PayoutSnapshot payout) {
        String detail = payout.reason()
                .map(Moments::sentence)
                .orElseGet(() -> "%s to %s."
                        .formatted(fiat(payout.payoutAmount()), payout.account().bankName()));
        Badge what = switch (payout.status()) {
            case PENDING -> Badge.waiting("Payout placed");
            case PROCESSING -> Badge.waiting("Payout with the bank");
            case COMPLETED -> Badge.good("Payout paid");
            case REJECTED -> Badge.bad("Payout rejected");
            case REVERSED -> Badge.bad("Payout reversed");
        };
        moments.add(new Moment(fact.at(), what, detail, Optional.of("/withdrawals/" + payout.id())));
    }

    private void add(Fact fact, WithdrawalSnapshot withdrawal) {
        String detail = withdrawal
                .reason()
                .map(Moments::sentence)
                .orElseGet(() -> "%s %s on %s."
                        .formatted(
                                Figures.number(withdrawal.wholeCoins()),
                                withdrawal.token(),
                                withdrawal.network().network().displayName()));
        Badge what = switch (withdrawal.status()) {
            case PENDING -> Badge.waiting("Withdrawal placed");
            case PROCESSING -> Badge.waiting("Withdrawal broadcast");
            case COMPLETED -> Badge.good("Withdrawal sent");
            case REJECTED -> Badge.bad("Withdrawal rejected");
            case REVERSED -> Badge.bad("Withdrawal reversed");
        };
        moments.add(new Moment(fact.at(), what, detail, Optional.of("/withdrawals/" + withdrawal.id())));
    }

    void addEvents(List<DeliveryRecord> records) {
        for (DeliveryRecord record : records) {
            String tries = record.attempts().size() == 1
                    ? "1 attempt"
                    : record.attempts().size() + " attempts";
            Badge what = switch (record.state()) {
                case DeliveryRecord.State.Delivered _ -> Badge.quiet("Event acknowledged");
                case DeliveryRecord.State.Failed _ -> Badge.bad("Event not acknowledged");
                case DeliveryRecord.State.Pending _ -> Badge.waiting("Event on its way");
            };
            String detail = "%s to %s, %s.".formatted(record.event().eventType(), record.url(), tries);
            moments.add(new Moment(record.lastAttemptAt().orElse(record.createdAt()), what, detail));
        }
    }

    /// Oldest first; what happened at once stays in the order in which it was added.
    List<Moment> inOrder() {
        List<Moment> all = new ArrayList<>(moments);
        all.sort(Comparator.comparing(Moment::at));
        return all;
    }

    private static String fiat(Money amount) {
        return Figures.number(amount, Fiat.SCALE) + " " + amount.asset();
    }

    private static String sentence(String words) {
        String upper = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return upper.endsWith(".") ? upper : upper + ".";
    }
}
