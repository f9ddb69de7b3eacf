package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.tenancy.AddressRange;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Grace;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.Scope;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `credentials`: what an integration's servers show.
@Command(
        name = "credentials",
        description = "App ids and secrets of an integration.",
        synopsisSubcommandLabel = "COMMAND")
final class CredentialsCommand {

    private final Desk desk;

    CredentialsCommand(Desk desk) {
        this.desk = desk;
    }

    private record Issued(String integration, String appId, String appSecret, Optional<Instant> previousWorksUntil) {}

    private record Listed(
            String appId,
            String state,
            List<String> environments,
            List<String> scopes,
            List<String> addresses,
            Instant createdAt,
            Optional<Instant> lastUsedAt,
            Optional<Instant> expiresAt) {}

    private record Changed(String appId, String state) {}

    @Command(
            description = "Issue one more, for the environment of --env unless --environments says otherwise. Its"
                    + " secret is shown this once.")
    int issue(@Mixin LimitOptions limits, @Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            var integration = choice.integration(platform);
            CredentialLimits wanted = limits.over(CredentialLimits.only(choice.environment()), now());
            IssuedCredential issued = platform.tenancy().issueCredential(integration.id(), wanted);
            desk.record(
                    platform,
                    entry(Action.CREDENTIAL_CREATED, integration.id(), issued.appId())
                            .after(details(wanted)));
            return issued(integration.name(), issued, Optional.empty());
        });
    }

    @Command(description = "List them, revoked ones too, oldest first.")
    int list(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform
                        .tenancy()
                        .credentials(choice.integration(platform).id())
                        .stream()
                        .map(this::listed)
                        .toList());
    }

    @Command(description = "Limit one. What is not named stays as it is; limits count within a second.")
    int limit(
            @Parameters(paramLabel = "APP_ID") String appId,
            @Mixin LimitOptions limits,
            @Mixin TenantChoice choice,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Credential credential = working(platform, choice, appId);
            CredentialLimits wanted = limits.over(credential.limits(), now());
            requireWorking(appId, platform.tenancy().limit(credential.id(), wanted));
            desk.record(
                    platform,
                    entry(Action.CREDENTIAL_LIMITED, credential.integration(), appId)
                            .before(details(credential.limits()))
                            .after(details(wanted)));
            return listed(working(platform, choice, appId));
        });
    }

    @Command(description = "Give one a new secret, shown this once. The old one is dead at once, unless it is graced.")
    int rotate(
            @Parameters(paramLabel = "APP_ID") String appId,
            @Option(
                            names = "--grace",
                            paramLabel = "GRACE",
                            defaultValue = "none",
                            description =
                                    "How long the old secret works beside it: none (the default), hour, day, week.")
                    Grace grace,
            @Mixin TenantChoice choice,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Credential credential = working(platform, choice, appId);
            IssuedCredential issued =
                    platform.tenancy().regenerate(credential.id(), grace).orElseThrow(() -> refused(appId));
            desk.record(
                    platform,
                    entry(Action.CREDENTIAL_ROTATED, credential.integration(), appId)
                            .after(Details.of("grace", grace.name().toLowerCase(Locale.ROOT))));
            return issued(
                    choice.integration(platform).name(), issued, grace.length().map(now()::plus));
        });
    }

    @Command(description = "Revoke one for ever.")
    int revoke(@Parameters(paramLabel = "APP_ID") String appId, @Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Credential credential = working(platform, choice, appId);
            requireWorking(appId, platform.tenancy().revoke(credential.id()));
            desk.record(platform, entry(Action.CREDENTIAL_REVOKED, credential.integration(), appId));
            return new Changed(appId, "revoked");
        });
    }

    private NewEntry entry(Action action, IntegrationId integration, String appId) {
        return desk.entry(action, Subject.Kind.CREDENTIAL, appId).concerning(integration);
    }

    private static Details details(CredentialLimits limits) {
        return Details.of("environments", words(limits.environments().stream().map(Environment::code)))
                .with("scopes", words(limits.scopes().stream().map(Scope::code)))
                .with(
                        "addresses",
                        limits.addresses().isEmpty()
                                ? "any"
                                : words(limits.addresses().stream().map(AddressRange::toString)))
                .with("expiresAt", limits.expiresAt());
    }

    private static String words(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(", "));
    }

    private static Credential working(Platform platform, TenantChoice choice, String appId) {
        return platform.tenancy().credentials(choice.integration(platform).id()).stream()
                .filter(one -> one.appId().equals(appId) && one.revokedAt().isEmpty())
                .findFirst()
                .orElseThrow(() -> refused(appId));
    }

    private static void requireWorking(String appId, boolean wasWorking) {
        if (!wasWorking) {
            throw refused(appId);
        }
    }

    private static CommandRefused refused(String appId) {
        return new CommandRefused("the integration has no credential " + appId + " that works");
    }

    private static Issued issued(String integration, IssuedCredential issued, Optional<Instant> previousWorksUntil) {
        return new Issued(integration, issued.appId(), issued.appSecret(), previousWorksUntil);
    }

    private Listed listed(Credential credential) {
        CredentialLimits limits = credential.limits();
        return new Listed(
                credential.appId(),
                state(credential),
                limits.environments().stream().map(Environment::code).sorted().toList(),
                limits.scopes().stream().sorted().map(Scope::code).toList(),
                limits.addresses().stream().map(AddressRange::toString).toList(),
                credential.createdAt(),
                credential.lastUsedAt(),
                limits.expiresAt());
    }

    private String state(Credential credential) {
        if (credential.revokedAt().isPresent()) {
            return "revoked";
        }
        boolean isExpired = credential
                .limits()
                .expiresAt()
                .filter(end -> !now().isBefore(end))
                .isPresent();
        return isExpired ? "expired" : "works";
    }

    private Instant now() {
        return desk.around().clock().instant();
    }
}
