package dev.offramp.commands;

import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.tenancy.Environment;
import picocli.CommandLine.Option;

/// Which chain a command is about.
final class ChainChoice {

    @Option(names = "--network", required = true, paramLabel = "NETWORK", description = "Such as ethereum.")
    private Network network;

    @Option(
            names = "--env",
            paramLabel = "ENVIRONMENT",
            defaultValue = "development",
            description = "development, which is the default, or production.")
    private Environment environment = Environment.DEVELOPMENT;

    ChainId chain() {
        return new ChainId(environment, network);
    }
}
