package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenant;
import picocli.CommandLine.Option;

/// Whose things a command is about.
final class TenantChoice {

    @Option(
            names = "--integration",
            paramLabel = "NAME|ID",
            defaultValue = "Sandbox",
            description = "The integration, by name or id; the sandbox's without it.")
    private String integration = "";

    @Option(
            names = "--env",
            paramLabel = "ENVIRONMENT",
            defaultValue = "development",
            description = "development, which is the default, or production.")
    private Environment environment = Environment.DEVELOPMENT;

    Integration integration(Platform platform) {
        return platform.tenancy()
                .find(integration)
                .orElseThrow(() -> new CommandRefused("no integration is called " + integration));
    }

    Tenant tenant(Platform platform) {
        return new Tenant(integration(platform).id(), environment);
    }

    Environment environment() {
        return environment;
    }
}
