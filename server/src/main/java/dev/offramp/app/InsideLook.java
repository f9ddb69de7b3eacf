package dev.offramp.app;

import dev.offramp.db.Trouble;
import dev.offramp.payouts.Rails;
import dev.offramp.rates.QuotedPair;
import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointOutcome;
import dev.offramp.webhooks.ProbeOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The part of a [Checkup] that needs an open installation: prices, rails, receivers.
final class InsideLook {

    private final Installation installation;

    InsideLook(Installation installation) {
        this.installation = installation;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        environments().forEach(environment -> findings.add(prices(environment)));
        installation.rails().all().forEach(serving -> findings.add(rail(serving)));
        installation.platform().webhooks().endpoints(installation.sandbox()).stream()
                .map(this::receiver)
                .forEach(findings::add);
        return List.copyOf(findings);
    }

    private List<Environment> environments() {
        return Arrays.stream(Environment.values())
                .filter(environment -> environment == Environment.DEVELOPMENT
                        || installation.settings().production())
                .toList();
    }

    /// Coins of networks that are not configured need no price.
    private Finding prices(Environment environment) {
        Platform platform = installation.platform();
        return platform.db().transact(tx -> {
            Set<String> needed = new HashSet<>();
            platform.assets().list(environment).stream()
                    .filter(asset -> platform.assets().isActive(tx, asset))
                    .forEach(asset -> needed.add(asset.symbol()));
            List<QuotedPair> pairs = platform.rates().quotedPairs(tx, environment).stream()
                    .filter(pair -> pair.pair().isOfDollar()
                            || needed.contains(pair.pair().base()))
                    .toList();
            String missing = pairs.stream()
                    .filter(pair -> !pair.isUsable())
                    .map(pair -> pair.pair() + " " + words(pair.standing()))
                    .collect(Collectors.joining(", "));
            return Finding.of(
                    "prices " + environment.code(),
                    Optional.of(missing).filter(text -> !text.isEmpty()),
                    pairs.size() + " pairs hold");
        });
    }

    private static String words(QuotedPair.Standing standing) {
        return switch (standing) {
            case QuotedPair.Standing.Fresh _ -> "holds";
            case QuotedPair.Standing.Expired expired -> "expired at " + expired.since();
            case QuotedPair.Standing.Withdrawn _ -> "is withdrawn";
            case QuotedPair.Standing.Missing _ -> "is missing";
        };
    }

    /// Asks how a payout stands that there never was: whatever the rail says to that, it is there.
    private Finding rail(Rails.Serving serving) {
        String subject = "rail " + serving.environment().code() + " "
                + serving.currency().code();
        try {
            serving.rail().query(Set.of(Rails.NO_PAYOUT));
            return Finding.ok(subject, "it answers");
        } catch (Trouble trouble) {
            return Finding.fault(subject, trouble.getMessage());
        }
    }

    /// Sends the receiver what it is sent before it is saved.
    private Finding receiver(Endpoint endpoint) {
        String subject = "sandbox webhook " + endpoint.url();
        if (endpoint.disabled().isPresent()) {
            return Finding.ok(subject, "switched off");
        }
        return switch (installation.platform().webhooks().probe(installation.sandbox(), endpoint.url())) {
            case ProbeOutcome.Acknowledged _ -> Finding.ok(subject, "it acknowledges");
            case ProbeOutcome.Refused(EndpointOutcome why) -> Finding.fault(subject, words(why));
        };
    }

    private static String words(EndpointOutcome why) {
        return switch (why) {
            case EndpointOutcome.InvalidUrl(String reason) -> reason;
            case EndpointOutcome.NotAcknowledged(String reason) -> reason;
            case EndpointOutcome.Saved _, EndpointOutcome.AlreadyExists _, EndpointOutcome.NotFound _ ->
                throw new IllegalStateException("a probe saves nothing");
        };
    }
}
