package dev.offramp.commands;

import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What a credential is limited to. What is not named stays as it is.
final class LimitOptions {

    private static final String ANY = "any";

    @Option(
            names = "--environments",
            split = ",",
            paramLabel = "ENVIRONMENT",
            description = "Where it works: development, production.")
    private List<String> environments;

    @Option(
            names = "--scopes",
            split = ",",
            paramLabel = "SCOPE",
            description = "What for: read, deposits, withdrawals, webhooks.")
    private List<String> scopes;

    @Option(
            names = "--addresses",
            split = ",",
            paramLabel = "ADDRESS",
            description = "From where, as 203.0.113.7 or 203.0.113.0/24; any lifts the limit.")
    private List<String> addresses;

    @Option(names = "--expires-in", paramLabel = "TIME", description = "Until when, as 30d; never lifts the limit.")
    private String expiresIn;

    CredentialLimits over(CredentialLimits before, Instant now) {
        return new CredentialLimits(
                each(environments, Environment::parse, "no environment")
                        .map(Set::copyOf)
                        .orElse(before.environments()),
                each(scopes, Scope::parse, "no scope").map(Set::copyOf).orElse(before.scopes()),
                ranges().orElse(before.addresses()),
                expiry(before, now));
    }

    private Optional<List<AddressRange>> ranges() {
        return List.of(ANY).equals(addresses)
                ? Optional.of(List.of())
                : each(addresses, AddressRange::parse, "no address");
    }

    private Optional<Instant> expiry(CredentialLimits before, Instant now) {
        if (expiresIn == null) {
            return before.expiresAt();
        }
        if (expiresIn.equals("never")) {
            return Optional.empty();
        }
        Duration span = Conversions.span(expiresIn)
                .filter(Duration::isPositive)
                .orElseThrow(() -> new CommandRefused("'" + expiresIn + "' is no time such as 12h or 30d, nor never"));
        return Optional.of(now.plus(span));
    }

    private static <T> Optional<List<T>> each(List<String> texts, Function<String, Optional<T>> parser, String not) {
        return Optional.ofNullable(texts)
                .map(given -> given.stream()
                        .map(text ->
                                parser.apply(text).orElseThrow(() -> new CommandRefused("'" + text + "' is " + not)))
                        .collect(Collectors.toList()));
    }
}
