package dev.offramp.notices;

import dev.offramp.db.Transaction;
import dev.offramp.deposits.ChainState;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.Incident;
import dev.offramp.jobs.LoopBook;
import dev.offramp.jobs.LoopState;
import dev.offramp.operations.ReconciliationRun;
import dev.offramp.operations.Reconciliations;
import dev.offramp.rates.QuotedPair;
import dev.offramp.rates.Rates;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.tenancy.Worries;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.Webhooks;
import dev.offramp.withdrawals.Withdrawals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Everything that may stand in a way somebody should know, read from tables; no node is asked. A later kind joins by
/// a method here.
record Conditions(Uses uses, NoticeRules rules) {

    private static final Duration AT_ONCE = Duration.ZERO;

    /// What mends itself is given so long.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration ENDPOINT_PATIENCE = Duration.ofHours(1);

    private static final Duration BEFORE_EXPIRY = Duration.ofDays(7);

    private static final About.Installation INSTALLATION = new About.Installation();

    /// The rooms that are looked at.
    record Uses(
            Tenancy tenancy,
            Webhooks webhooks,
            Deposits deposits,
            Withdrawals withdrawals,
            Rates rates,
            Reconciliations reconciliations,
            LoopBook loopBook) {}

    List<Condition> all(Transaction tx, Instant now) {
        List<Condition> all = new ArrayList<>();
        Worries worries = uses.tenancy().worries(tx, now.plus(BEFORE_EXPIRY));
        worries.frozen().forEach(tenant -> all.add(frozen(tenant, now)));
        worries.expiring().forEach(credential -> all.add(expiring(credential, now)));
        all.addAll(endpoints(tx, now));
        all.addAll(incidents(tx, now));
        all.addAll(chains(tx, now));
        all.addAll(loops(tx, now));
        all.addAll(withdrawals(tx, now));
        all.addAll(books(tx, now));
        if (rules.isProductionEnabled()) {
            worries.unapproved().forEach(integration -> all.add(approval(integration, now)));
            all.addAll(rates(tx, now));
        }
        return all;
    }

    private static Condition frozen(Tenant tenant, Instant now) {
        return new Condition(
                "pin:" + tenant.integration() + ":" + tenant.environment().code(),
                AT_ONCE,
                News.of(
                        Kind.ACCOUNT_FROZEN,
                        new About.Part(tenant),
                        now,
                        "The account is frozen after five wrong PINs in a row. Whatever needs the PIN is refused until an"
                                + " owner lifts it.",
                        "/settings"));
    }

    private static Condition expiring(Credential credential, Instant now) {
        Environment shownIn =
                credential.limits().allows(Environment.PRODUCTION) ? Environment.PRODUCTION : Environment.DEVELOPMENT;
        Instant end = credential.limits().expiresAt().orElseThrow();
        return new Condition(
                "credential:" + credential.id() + ":" + end,
                AT_ONCE,
                News.of(
                        Kind.CREDENTIAL_EXPIRES,
                        new About.Whole(credential.integration(), shownIn),
                        now,
                        "The credential " + credential.appId() + " expires within a week.",
                        "/developers/credentials/" + credential.id()));
    }

    private List<Condition> endpoints(Transaction tx, Instant now) {
        return uses.webhooks().troubled(tx, now.minus(ENDPOINT_PATIENCE)).stream()
                .map(endpoint -> endpoint(endpoint, now))
                .toList();
    }

    private static Condition endpoint(Endpoint endpoint, Instant now) {
        String how = endpoint.disabled().isPresent() ? "off" : "failing";
        String text = endpoint.disabled()
                .map(disabled -> "A webhook endpoint is switched off: " + disabled.reason() + ".")
                .orElse("A webhook endpoint has answered no delivery as it should for an hour.");
        return new Condition(
                "endpoint:" + endpoint.id() + ":" + how,
                AT_ONCE,
                News.of(
                        Kind.WEBHOOK_TROUBLE,
                        new About.Part(endpoint.tenant()),
                        now,
                        text,
                        "/developers/webhooks/" + endpoint.id()));
    }

    private List<Condition> incidents(Transaction tx, Instant now) {
        return uses.deposits().incidents(tx).stream()
                .flatMap(incident -> incident(incident, now))
                .toList();
    }

    private static Stream<Condition> incident(Incident incident, Instant now) {
        String key = incident.deposit() + ":" + incident.number();
        return Stream.of(
                new Condition(
                        "incident:" + key,
                        AT_ONCE,
                        News.of(
                                Kind.INCIDENT,
                                new About.Part(incident.tenant()),
                                now,
                                "A deposit that was booked left its chain. Its money is held back until an operator has"
                                        + " decided.",
                                "/transactions/" + incident.deposit())),
                new Condition(
                        "incident-operator:" + key,
                        AT_ONCE,
                        News.of(
                                Kind.INCIDENT_OPEN,
                                INSTALLATION,
                                now,
                                "A deposit that was booked left its chain, " + incident.chain()
                                        + ", which is not read until you have decided.",
                                "/operator/incidents")));
    }

    private List<Condition> chains(Transaction tx, Instant now) {
        return uses.deposits().chains(tx).stream()
                .filter(ChainState::isInTrouble)
                .map(state -> new Condition(
                        "chain:" + state.chain(),
                        PATIENCE,
                        News.of(
                                Kind.CHAIN_TROUBLE,
                                INSTALLATION,
                                now,
                                "The chain " + state.chain() + " could not be read for ten minutes.",
                                "/operator/chains")))
                .toList();
    }

    /// Of several processes the one that fails longest.
    private List<Condition> loops(Transaction tx, Instant now) {
        Map<String, Condition> byName = new LinkedHashMap<>();
        uses.loopBook().all(tx).stream()
                .filter(loop -> loop.failures() > 0)
                .sorted(Comparator.comparing(LoopState::failures).reversed())
                .forEach(loop -> byName.putIfAbsent(loop.name(), loop(loop, now)));
        return List.copyOf(byName.values());
    }

    private static Condition loop(LoopState loop, Instant now) {
        return new Condition(
                "loop:" + loop.name(),
                PATIENCE,
                News.of(
                        Kind.LOOP_FAILING,
                        INSTALLATION,
                        now,
                        "The background loop " + loop.name() + " has failed for ten minutes.",
                        "/operator/work"));
    }

    private List<Condition> withdrawals(Transaction tx, Instant now) {
        return uses.withdrawals().waitingSince(tx, now.minus(PATIENCE)).stream()
                .map(chain -> new Condition(
                        "hot-wallet:" + chain,
                        AT_ONCE,
                        News.of(
                                Kind.WITHDRAWALS_WAIT,
                                INSTALLATION,
                                now,
                                "Withdrawals on " + chain
                                        + " have waited for more than ten minutes to be signed. Its hot"
                                        + " wallet may be short.",
                                "/operator/hot-wallets")))
                .toList();
    }

    private List<Condition> books(Transaction tx, Instant now) {
        return uses.reconciliations().last(tx, 1).stream()
                .filter(run -> !run.isSound())
                .map(run -> books(run, now))
                .toList();
    }

    private static Condition books(ReconciliationRun run, Instant now) {
        return new Condition(
                "books",
                AT_ONCE,
                News.of(
                        Kind.BOOKS_FAULT,
                        INSTALLATION,
                        now,
                        "The reconciliation found faults: " + run.faultCount() + ".",
                        "/operator/reconciliation"));
    }

    private static Condition approval(Integration integration, Instant now) {
        return new Condition(
                "approval:" + integration.id(),
                AT_ONCE,
                News.of(
                        Kind.APPROVAL_WANTED,
                        INSTALLATION,
                        now,
                        integration.name() + " may not use production yet. Approve it, or leave it so.",
                        "/operator/integrations/" + integration.merchantReference()));
    }

    private List<Condition> rates(Transaction tx, Instant now) {
        return uses.rates().quotedPairs(tx, Environment.PRODUCTION).stream()
                .filter(pair -> !pair.isUsable() && !(pair.standing() instanceof QuotedPair.Standing.Missing))
                .map(pair -> new Condition(
                        "rate:" + pair.pair(),
                        AT_ONCE,
                        News.of(
                                Kind.RATE_MISSING,
                                INSTALLATION,
                                now,
                                "The rate of " + pair.pair()
                                        + " is not in use any more: it is too old or was withdrawn."
                                        + " Deposits that need it wait.",
                                "/operator/rates")))
                .toList();
    }
}
