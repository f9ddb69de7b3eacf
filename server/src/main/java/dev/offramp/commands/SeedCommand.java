package dev.offramp.commands;

import dev.offramp.app.DemoSeed;
import dev.offramp.tenancy.IntegrationId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `seed`: customers and deposits that never were, for the sandbox.
@Command(
        name = "seed",
        description =
                "Fill an integration's sandbox with made-up customers and deposits. The running server credits and"
                        + " settles them, else the next one to start. Production is never touched.")
final class SeedCommand implements Callable<Integer> {

    private final Desk desk;

    @Option(
            names = "--wallets",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many addresses; 20 without it.")
    private int wallets;

    @Option(
            names = "--deposits",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many deposits to them; 200 without it.")
    private int deposits;

    @Option(
            names = "--integration",
            paramLabel = "NAME|ID",
            defaultValue = "Sandbox",
            description = "The integration, by name or id; the sandbox's without it.")
    private String integration = "";

    @Mixin
    private JsonOption json = new JsonOption();

    SeedCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (wallets < 1 || deposits < 0) {
            throw new CommandRefused("there must be a wallet, and no less than no deposits");
        }
        return desk.answer(json.on(), platform -> {
            IntegrationId id = platform.tenancy()
                    .find(integration)
                    .orElseThrow(() -> new CommandRefused("no integration is called " + integration))
                    .id();
            ProgressLine progress = new ProgressLine(desk.around());
            return DemoSeed.fill(platform, desk.around().random(), progress, id, wallets, deposits);
        });
    }
}
