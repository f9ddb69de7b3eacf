package dev.offramp.notices;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositFlagged;
import dev.offramp.deposits.DepositSnapshot;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.payouts.PayoutFact;
import dev.offramp.settlement.SettlementSkipped;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.WithdrawalFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what happened to money, and tells of what went another way than its owners expect.
final class FactNotices implements Step {

    /// Also the reader's name; stored, and therefore never renamed.
    static final String NAME = "notices";

    private static final int BATCH = 1000;

    /// More of one kind in one batch are told as one.
    private static final int SEVERAL = 3;

    private static final Set<Class<? extends FactBody>> KINDS = Set.of(
            DepositFlagged.class,
            DepositCompleted.class,
            PayoutFact.PayoutRejected.class,
            PayoutFact.PayoutReversed.class,
            WithdrawalFact.WithdrawalRejected.class,
            WithdrawalFact.WithdrawalReversed.class,
            SettlementSkipped.class);

    private final Facts facts;
    private final Telling telling;

    /// What is told as one when it is several.
    private record Group(Tenant tenant, Many many) {}

    /// How several of a kind are told of.
    private enum Many {
        HELD(Kind.DEPOSIT_HELD, "deposits are held back.", "/transactions"),
        CREDITED(Kind.DEPOSIT_DECIDED, "deposits that were held back are credited.", "/transactions"),
        BACK(
                Kind.MONEY_BACK,
                "payouts or withdrawals failed or came back. Their money is in the balance again.",
                "/withdrawals"),
        SKIPPED(
                Kind.SETTLEMENT_SKIPPED,
                "deposits were not settled automatically. Their money is in the balance.",
                "/transactions");

        private final Kind kind;
        private final String words;
        private final String path;

        Many(Kind kind, String words, String path) {
            this.kind = kind;
            this.words = words;
            this.path = path;
        }
    }

    FactNotices(Facts facts, Telling telling) {
        this.facts = facts;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "notices.facts";
    }

    @Override
    public boolean runOnce() {
        return facts.follow(NAME, KINDS, BATCH, this::tell);
    }

    private void tell(Transaction tx, List<Fact> read) {
        Map<Group, List<News>> groups = new LinkedHashMap<>();
        for (Fact fact : read) {
            found(fact)
                    .ifPresent(found -> groups.computeIfAbsent(
                                    new Group(fact.tenant(), found.many()), _ -> new ArrayList<>())
                            .add(found.news(fact)));
        }
        List<News> news = new ArrayList<>();
        groups.forEach((group, all) -> news.addAll(all.size() > SEVERAL ? List.of(asOne(group, all)) : all));
        telling.tell(tx, news);
    }

    private static News asOne(Group group, List<News> all) {
        return News.of(
                group.many.kind,
                new About.Part(group.tenant),
                all.getLast().at(),
                all.size() + " " + group.many.words,
                group.many.path);
    }

    /// What a fact comes to.
    private record Found(Many many, String text, ObjectId object) {

        News news(Fact fact) {
            return News.of(many.kind, new About.Part(fact.tenant()), fact.at(), text, many.path + "/" + object);
        }
    }

    private Optional<Found> found(Fact fact) {
        if (fact.is(DepositFlagged.class)) {
            DepositSnapshot deposit = facts.body(fact, DepositFlagged.class).deposit();
            String why =
                    deposit.flagReason().map(reason -> ": " + reason.text()).orElse("");
            return Optional.of(new Found(Many.HELD, "A deposit is held back" + why + ".", fact.subject()));
        }
        if (fact.is(DepositCompleted.class)) {
            return facts.body(fact, DepositCompleted.class)
                    .deposit()
                    .flagReason()
                    .map(_ -> new Found(Many.CREDITED, "A deposit that was held back is credited.", fact.subject()));
        }
        if (fact.is(SettlementSkipped.class)) {
            SettlementSkipped skipped = facts.body(fact, SettlementSkipped.class);
            return Optional.of(new Found(
                    Many.SKIPPED,
                    "A deposit was not settled automatically: "
                            + skipped.reason().words() + ". Its money is in the balance.",
                    skipped.deposit().value()));
        }
        return Optional.of(new Found(Many.BACK, back(fact), fact.subject()));
    }

    private static String back(Fact fact) {
        if (fact.is(PayoutFact.PayoutRejected.class)) {
            return "A payout to a bank was refused. Its money is in the balance again.";
        }
        if (fact.is(PayoutFact.PayoutReversed.class)) {
            return "A payout to a bank came back. Its money is in the balance again.";
        }
        if (fact.is(WithdrawalFact.WithdrawalRejected.class)) {
            return "A stablecoin withdrawal was refused. Its money is in the balance again.";
        }
        return "A stablecoin withdrawal failed on its chain. Its money is in the balance again.";
    }
}
