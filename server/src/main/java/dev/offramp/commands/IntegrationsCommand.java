package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `integrations`: the businesses that use the platform.
@Command(
        name = "integrations",
        description = "The businesses that use this installation.",
        synopsisSubcommandLabel = "COMMAND")
final class IntegrationsCommand {

    private final Desk desk;

    IntegrationsCommand(Desk desk) {
        this.desk = desk;
    }

    private record Issued(String integration, String name, String merchantReference, String appId, String appSecret) {}

    private record Listed(
            String integration,
            String name,
            String merchantReference,
            boolean isActive,
            boolean productionApproved,
            Instant createdAt) {}

    private record ProductionState(String name, String production) {}

    private record PinState(String name, String environment, String pin) {}

    @Command(description = "Make an integration. Its secret is shown this once.")
    int create(
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "1 to 100 characters.")
                    String name,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            NewIntegration.Created made = created(platform, name);
            IntegrationId id = made.integration().id();
            desk.record(
                    platform,
                    desk.entry(Action.INTEGRATION_CREATED, Subject.Kind.INTEGRATION, id)
                            .concerning(id)
                            .after(Details.of("name", name)
                                    .with("appId", made.credential().appId())));
            return issued(made.integration(), made.credential());
        });
    }

    private static NewIntegration.Created created(Platform platform, String name) {
        return switch (platform.tenancy().createIntegration(name)) {
            case NewIntegration.Created made -> made;
            case NewIntegration.NameTaken _ ->
                throw new CommandRefused("an integration is called " + name + " already");
            case NewIntegration.NotAName _ ->
                throw new CommandRefused("a name has 1 to 100 printable characters, no blanks around it, and is no id");
        };
    }

    @Command(description = "List them, oldest first.")
    int list(@Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.tenancy().integrations().stream()
                        .map(one -> new Listed(
                                one.id().toString(),
                                one.name(),
                                one.merchantReference(),
                                one.isActive(),
                                one.productionApproved(),
                                one.createdAt()))
                        .toList());
    }

    @Command(description = "Let one use production that was made by a sign-up, or was kept out of it.")
    int approve(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return production(choice, json, true);
    }

    @Command(description = "Keep one out of production. Development goes on.")
    int suspend(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return production(choice, json, false);
    }

    private int production(TenantChoice choice, JsonOption json, boolean approved) {
        return desk.answer(json.on(), platform -> {
            Integration integration = choice.integration(platform);
            platform.db().run(tx -> {
                if (approved) {
                    platform.tenancy().approveProduction(tx, integration.id());
                } else {
                    platform.tenancy().suspendProduction(tx, integration.id());
                }
                platform.trail().record(tx, productionEntry(integration, approved));
            });
            return new ProductionState(integration.name(), approved ? "approved" : "suspended");
        });
    }

    private NewEntry productionEntry(Integration integration, boolean approved) {
        Action action = approved ? Action.INTEGRATION_APPROVED : Action.PRODUCTION_CLOSED;
        return desk.entry(action, Subject.Kind.INTEGRATION, integration.id())
                .concerning(integration.id())
                .before(Details.of("production", openness(integration.productionApproved())))
                .after(Details.of("production", openness(approved)));
    }

    private static String openness(boolean isOpen) {
        return isOpen ? "open" : "closed";
    }

    @Command(name = "set-pin", description = "Set or replace the transaction PIN. It is asked for unless given.")
    int setPin(
            @Option(names = "--pin", paramLabel = "PIN", description = "4 to 6 digits.") String digits,
            @Mixin TenantChoice choice,
            @Mixin JsonOption json) {
        Pin pin = Pin.parse(Optional.ofNullable(digits).orElseGet(IntegrationsCommand::ask))
                .orElseThrow(() -> new CommandRefused("a PIN has 4 to 6 digits"));
        return desk.answer(json.on(), platform -> {
            platform.tenancy().setPin(choice.tenant(platform), pin);
            recordPin(platform, choice, Action.PIN_SET);
            return pinState(platform, choice, "set");
        });
    }

    /// From the terminal without showing it, else the first line of standard input; nothing goes to standard output.
    private static String ask() {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            return new String(console.readPassword("PIN (4 to 6 digits): "));
        }
        try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
            return in.hasNextLine() ? in.nextLine().strip() : "";
        }
    }

    @Command(description = "Lift the freeze after five wrong PINs.")
    int unfreeze(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            boolean wasFrozen = platform.tenancy().unfreeze(choice.tenant(platform));
            if (wasFrozen) {
                recordPin(platform, choice, Action.PIN_UNFROZEN);
            }
            return pinState(platform, choice, wasFrozen ? "unfrozen" : "was not frozen");
        });
    }

    private void recordPin(Platform platform, TenantChoice choice, Action action) {
        Tenant tenant = choice.tenant(platform);
        desk.record(
                platform,
                desk.entry(action, Subject.Kind.SETTINGS, tenant.integration()).concerning(tenant));
    }

    private static PinState pinState(Platform platform, TenantChoice choice, String pin) {
        return new PinState(
                choice.integration(platform).name(), choice.environment().code(), pin);
    }

    private static Issued issued(Integration integration, IssuedCredential credential) {
        return new Issued(
                integration.id().toString(),
                integration.name(),
                integration.merchantReference(),
                credential.appId(),
                credential.appSecret());
    }
}
