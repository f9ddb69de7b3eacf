package dev.offramp.payouts.simulated;

import dev.offramp.db.Transaction;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import dev.offramp.payouts.PayoutReference;
import dev.offramp.payouts.Rail;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// SQL of the tables `simulated_rail_payout` and `simulated_rail_outage`.
final class SimulatedRailStore {

    /// The first submission counts; a repeated one is only counted.
    private static final String SUBMIT = """
            INSERT INTO simulated_rail_payout (reference, currency, amount, script, settles_at, submissions)
            SELECT reference, currency, amount, script,
                   CASE WHEN script = 'rejected' THEN :now::timestamptz
                        WHEN script IN ('paid', 'reversed') THEN :settlesAt::timestamptz
                   END,
                   1
            FROM unnest(:references, :currencies, :amounts, :scripts) AS new (reference, currency, amount, script)
            ON CONFLICT ON CONSTRAINT simulated_rail_payout_pk
                DO UPDATE SET submissions = simulated_rail_payout.submissions + 1
            RETURNING reference, script
            """;

    private static final String READ = """
            SELECT reference, script, settles_at FROM simulated_rail_payout WHERE reference = ANY(:references)
            """;

    /// What timed out is paid when it is first asked about.
    private static final String SETTLE_LATE = """
            UPDATE simulated_rail_payout SET settles_at = :now
            WHERE reference = ANY(:references) AND script = 'late' AND settles_at IS NULL
            """;

    private static final String PAID = """
            SELECT currency, sum(amount) AS amount FROM simulated_rail_payout
            WHERE script IN ('paid', 'late') AND settles_at <= :now
            GROUP BY currency
            ORDER BY currency
            """;

    private static final String SUBMISSIONS = """
            SELECT submissions FROM simulated_rail_payout WHERE reference = :reference
            """;

    private static final String IS_AWAY = "SELECT EXISTS (SELECT FROM simulated_rail_outage)";

    private static final String GO_AWAY = """
            INSERT INTO simulated_rail_outage (one_row, since) VALUES (true, :now)
            ON CONFLICT ON CONSTRAINT simulated_rail_outage_pk DO NOTHING
            """;

    private static final String COME_BACK = "DELETE FROM simulated_rail_outage";

    /// What the rail knows of a payout.
    ///
    /// @param settlesAt when it ends; empty when it does not, or not yet
    record Known(Script script, Optional<Instant> settlesAt) {}

    Map<PayoutReference, Script> submit(Transaction tx, List<Rail.Order> orders, Instant now, Duration settlesAfter) {
        List<Rail.Order> sorted = orders.stream()
                .sorted(Comparator.comparing(order -> order.reference().value()))
                .toList();
        Map<PayoutReference, Script> scripts = new HashMap<>();
        tx.sql()
                .createQuery(SUBMIT)
                .bind("now", now)
                .bind("settlesAt", now.plus(settlesAfter))
                .bindArray(
                        "references",
                        String.class,
                        sorted.stream().map(o -> o.reference().value()).toList())
                .bindArray(
                        "currencies",
                        String.class,
                        sorted.stream().map(o -> o.amount().asset().value()).toList())
                .bindArray(
                        "amounts",
                        BigDecimal.class,
                        sorted.stream()
                                .map(o -> new BigDecimal(o.amount().units()))
                                .toList())
                .bindArray(
                        "scripts",
                        String.class,
                        sorted.stream()
                                .map(o -> Script.of(o.account().accountNumber()).code())
                                .toList())
                .map((row, context) -> scripts.put(
                        new PayoutReference(row.getString("reference")), Script.ofCode(row.getString("script"))))
                .list();
        return scripts;
    }

    Map<PayoutReference, Known> read(Transaction tx, Collection<PayoutReference> references) {
        Map<PayoutReference, Known> known = new HashMap<>();
        tx.sql()
                .createQuery(READ)
                .bindArray("references", String.class, values(references))
                .map((row, context) -> known.put(
                        new PayoutReference(row.getString("reference")),
                        new Known(
                                Script.ofCode(row.getString("script")),
                                Optional.ofNullable(row.getObject("settles_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant))))
                .list();
        return known;
    }

    void settleLate(Transaction tx, Collection<PayoutReference> references, Instant now) {
        tx.sql()
                .createUpdate(SETTLE_LATE)
                .bindArray("references", String.class, values(references))
                .bind("now", now)
                .execute();
    }

    Map<AssetCode, Money> paid(Transaction tx, Instant now) {
        Map<AssetCode, Money> paid = new LinkedHashMap<>();
        tx.sql()
                .createQuery(PAID)
                .bind("now", now)
                .map((row, context) -> {
                    AssetCode currency = new AssetCode(row.getString("currency"));
                    return paid.put(
                            currency,
                            new Money(currency, row.getBigDecimal("amount").toBigIntegerExact()));
                })
                .list();
        return paid;
    }

    boolean isAway(Transaction tx) {
        return tx.sql().createQuery(IS_AWAY).mapTo(Boolean.class).one();
    }

    void goAway(Transaction tx, Instant now) {
        tx.sql().createUpdate(GO_AWAY).bind("now", now).execute();
    }

    void comeBack(Transaction tx) {
        tx.sql().createUpdate(COME_BACK).execute();
    }

    int submissions(Transaction tx, PayoutReference reference) {
        return tx.sql()
                .createQuery(SUBMISSIONS)
                .bind("reference", reference.value())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private static List<String> values(Collection<PayoutReference> references) {
        return references.stream().map(PayoutReference::value).sorted().toList();
    }
}
