package dev.offramp.journeys;

import dev.offramp.db.ObjectId;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositDeleted;
import dev.offramp.deposits.DepositFlagged;
import dev.offramp.deposits.DepositPending;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import dev.offramp.payouts.PayoutFact.PayoutCompleted;
import dev.offramp.payouts.PayoutFact.PayoutPlaced;
import dev.offramp.payouts.PayoutFact.PayoutProcessing;
import dev.offramp.payouts.PayoutFact.PayoutRejected;
import dev.offramp.payouts.PayoutFact.PayoutReversed;
import dev.offramp.settlement.SettlementSkipped;
import dev.offramp.traces.Span;
import dev.offramp.traces.SpanId;
import dev.offramp.traces.TraceId;
import dev.offramp.wallets.AddressCreated;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalCompleted;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalPlaced;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalProcessing;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalRejected;
import dev.offramp.withdrawals.WithdrawalFact.WithdrawalReversed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One step of an object's life.
///
/// @param before the facts about the same object that came earlier, in their order
/// @param partOf the object whose story this one is a part of; empty where it is its own
record Leg(Fact fact, List<Fact> before, Optional<ObjectId> partOf) {

    static final Set<Class<? extends FactBody>> KINDS = Set.of(
            AddressCreated.class,
            DepositPending.class,
            DepositFlagged.class,
            DepositCompleted.class,
            DepositDeleted.class,
            SettlementSkipped.class,
            PayoutPlaced.class,
            PayoutProcessing.class,
            PayoutCompleted.class,
            PayoutRejected.class,
            PayoutReversed.class,
            WithdrawalPlaced.class,
            WithdrawalProcessing.class,
            WithdrawalCompleted.class,
            WithdrawalRejected.class,
            WithdrawalReversed.class);

    private static final Map<String, Class<? extends FactBody>> BY_NAME =
            KINDS.stream().collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    /// After these most objects are never heard of again.
    private static final Set<Class<? extends FactBody>> ENDS = Set.of(
            AddressCreated.class,
            DepositCompleted.class,
            DepositDeleted.class,
            SettlementSkipped.class,
            PayoutCompleted.class,
            PayoutRejected.class,
            PayoutReversed.class,
            WithdrawalCompleted.class,
            WithdrawalRejected.class,
            WithdrawalReversed.class);

    private static final Set<Class<? extends FactBody>> FAILURES =
            Set.of(PayoutRejected.class, PayoutReversed.class, WithdrawalRejected.class, WithdrawalReversed.class);

    static Class<? extends FactBody> kind(Fact fact) {
        return BY_NAME.get(fact.kind());
    }

    /// From the fact before to this one.
    Span span() {
        Instant from = before.isEmpty() ? fact.at() : before.getLast().at();
        return span(SpanId.of(fact.id()), Optional.of(SpanId.of(fact.subject())), words(), from);
    }

    /// The whole life, from the first fact on, if this is its end.
    Optional<Span> life() {
        boolean isEnd = isOneOf(fact, ENDS) && before.stream().noneMatch(earlier -> isOneOf(earlier, ENDS));
        if (!isEnd) {
            return Optional.empty();
        }
        Instant from = before.isEmpty() ? fact.at() : before.getFirst().at();
        String name = words().substring(0, words().indexOf(' '));
        return Optional.of(span(SpanId.of(fact.subject()), partOf.map(SpanId::of), name, from));
    }

    private Span span(SpanId id, Optional<SpanId> parent, String name, Instant from) {
        return new Span(
                TraceId.of(partOf.orElse(fact.subject())),
                id,
                parent,
                Span.Kind.INTERNAL,
                name,
                from.isAfter(fact.at()) ? fact.at() : from,
                fact.at(),
                OptionalInt.empty(),
                isOneOf(fact, FAILURES) ? Optional.of(words()) : Optional.empty(),
                attributes());
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "offramp.environment", fact.tenant().environment().code(),
                "offramp.integration", fact.tenant().integration().toString(),
                "offramp.subject", fact.subject().value(),
                "offramp.event.id", fact.id().value()));
        fact.requestId().ifPresent(id -> attributes.put("offramp.request.id", id));
        return attributes;
    }

    /// `DepositCompleted` as `deposit completed`.
    private String words() {
        return fact.kind().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean isOneOf(Fact fact, Set<Class<? extends FactBody>> kinds) {
        return kinds.stream().anyMatch(fact::is);
    }
}
