package dev.offramp.wire.webhook;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositDeleted;
import dev.offramp.deposits.DepositFlagged;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositPending;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutFact.PayoutCompleted;
import dev.offramp.payouts.PayoutFact.PayoutPlaced;
import dev.offramp.payouts.PayoutFact.PayoutProcessing;
import dev.offramp.payouts.PayoutFact.PayoutRejected;
import dev.offramp.payouts.PayoutFact.PayoutReversed;
import dev.offramp.settlement.Credited;
import dev.offramp.settlement.Settlements;
import dev.offramp.wallets.AddressCreated;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.wire.Json;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalCompleted;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalPlaced;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalProcessing;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalRejected;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalReversed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Follows the facts, renders each that clients are told of once and for all, and hands the bytes down to be sent. The
/// records and its own place among the facts commit together.
public final class EventAnnouncer implements Step {

    private static final String READER = "webhooks";
    private static final int BATCH = 500;

    private final Facts facts;
    private final Settlements settlements;
    private final Webhooks webhooks;

    /// How facts of one kind are told.
    private record Kind<B extends FactBody>(Class<B> body, EventType event, Rendering<B> rendering) {

        Announcement announcement(Facts facts, Fact fact, Map<DepositId, Money> settled) {
            B said = facts.body(fact, body);
            return new Announcement(
                    fact.tenant(),
                    fact.subject(),
                    new dev.offramp.webhooks.EventType(event.code()),
                    fact.id(),
                    fact.sequence(),
                    fact.at(),
                    Json.bytes(rendering.render(new Occasion(event, fact, settled), said)),
                    fact.requestId(),
                    said.partOf().orElse(fact.subject()));
        }
    }

    private interface Rendering<B> {
        Object render(Occasion occasion, B body);
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(AddressCreated.class, EventType.TRADE_ADDRESS_CREATED, AddressEvents::render),
            new Kind<>(
                    DepositPending.class,
                    EventType.TRADE_PENDING,
                    (occasion, fact) -> TradeEvents.render(occasion, fact.deposit())),
            new Kind<>(
                    DepositCompleted.class,
                    EventType.TRADE_COMPLETED,
                    (occasion, fact) -> TradeEvents.render(occasion, fact.deposit())),
            new Kind<>(
                    DepositFlagged.class,
                    EventType.TRADE_FLAGGED,
                    (occasion, fact) -> TradeEvents.render(occasion, fact.deposit())),
            new Kind<>(
                    DepositDeleted.class,
                    EventType.TRADE_DELETED,
                    (occasion, fact) -> TradeEvents.render(occasion, fact.deposit())),
            new Kind<>(PayoutPlaced.class, EventType.WITHDRAWAL_PENDING, WithdrawalEvents::render),
            new Kind<>(PayoutProcessing.class, EventType.WITHDRAWAL_PROCESSING, WithdrawalEvents::render),
            new Kind<>(PayoutCompleted.class, EventType.WITHDRAWAL_COMPLETED, WithdrawalEvents::render),
            new Kind<>(PayoutReversed.class, EventType.WITHDRAWAL_REVERSED, WithdrawalEvents::render),
            new Kind<>(PayoutRejected.class, EventType.WITHDRAWAL_REJECTED, WithdrawalEvents::render),
            new Kind<>(WithdrawalPlaced.class, EventType.WITHDRAWAL_PENDING, WithdrawalEvents::render),
            new Kind<>(WithdrawalProcessing.class, EventType.WITHDRAWAL_PROCESSING, WithdrawalEvents::render),
            new Kind<>(WithdrawalCompleted.class, EventType.WITHDRAWAL_COMPLETED, WithdrawalEvents::render),
            new Kind<>(WithdrawalReversed.class, EventType.WITHDRAWAL_REVERSED, WithdrawalEvents::render),
            new Kind<>(WithdrawalRejected.class, EventType.WITHDRAWAL_REJECTED, WithdrawalEvents::render));

    private static final Map<String, Kind<?>> BY_NAME =
            KINDS.stream().collect(Collectors.toMap(kind -> kind.body().getSimpleName(), Function.identity()));

    private static final Set<Class<? extends FactBody>> BODIES =
            KINDS.stream().map(Kind::body).collect(Collectors.toUnmodifiableSet());

    private EventAnnouncer(Facts facts, Settlements settlements, Webhooks webhooks) {
        this.facts = facts;
        this.settlements = settlements;
        this.webhooks = webhooks;
    }

    public static EventAnnouncer create(Facts facts, Settlements settlements, Webhooks webhooks) {
        return new EventAnnouncer(facts, settlements, webhooks);
    }

    @Override
    public String name() {
        return "wire.announce";
    }

    @Override
    public boolean runOnce() {
        return facts.follow(READER, BODIES, BATCH, this::announce);
    }

    private void announce(Transaction tx, List<Fact> batch) {
        List<Credited> credited = batch.stream()
                .filter(fact -> fact.is(DepositCompleted.class))
                .map(fact -> new Credited(
                        fact.tenant(), facts.body(fact, DepositCompleted.class).deposit()))
                .toList();
        Map<DepositId, Money> settled = settlements.expected(tx, credited);
        webhooks.enqueue(
                tx,
                batch.stream()
                        .map(fact -> BY_NAME.get(fact.kind()).announcement(facts, fact, settled))
                        .toList());
    }
}
