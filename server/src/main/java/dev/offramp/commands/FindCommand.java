package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.assets.Network;
import dev.offramp.chains.ChainId;
import dev.offramp.operations.DepositFinder;
import dev.offramp.operations.Found;
import dev.offramp.tenancy.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `deposits find`: what became of a transfer.
@Command(
        name = "find",
        description = "What became of a transfer, by its transaction, its recipient or its blocks: what was recorded,"
                + " and where nothing was, what the chain says and why it is no deposit.")
final class FindCommand implements Callable<Integer> {

    private final Desk desk;

    /// One or the other.
    private static final class Wish {

        @Parameters(paramLabel = "TX|ADDRESS", description = "The hash of a transaction, or an address.")
        private String text;

        @ArgGroup(exclusive = false)
        private Blocks blocks;
    }

    private static final class Blocks {

        @Option(names = "--network", required = true, paramLabel = "NETWORK", description = "Such as ethereum.")
        private Network network;

        @Option(
                names = "--env",
                paramLabel = "ENVIRONMENT",
                defaultValue = "development",
                description = "development, which is the default, or production.")
        private Environment environment;

        @Option(names = "--from", required = true, paramLabel = "HEIGHT", description = "The first block.")
        private long from;

        @Option(names = "--to", paramLabel = "HEIGHT", description = "The last block; the first alone without it.")
        private Long to;

        Found find(DepositFinder finder) {
            long last = to == null ? from : to;
            if (from < 0 || last < from) {
                throw new CommandRefused("the first block must not be above the last");
            }
            return finder.find(new ChainId(environment, network), from, last);
        }
    }

    @ArgGroup(multiplicity = "1")
    private Wish wish;

    @Mixin
    private JsonOption json;

    FindCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.answer(json.on(), platform -> {
            DepositFinder finder = finder(platform);
            Found found = wish.text == null ? wish.blocks.find(finder) : finder.find(wish.text);
            return FoundTable.of(platform).rows(found);
        });
    }

    /// It may ask every chain that is followed here.
    private static DepositFinder finder(Platform platform) {
        return DepositFinder.create(
                new DepositFinder.Uses(
                        platform.db(),
                        platform.assets(),
                        platform.wallets(),
                        platform.deposits(),
                        platform.withdrawals()),
                platform.watched().stream().map(Platform.Watched::chain).toList());
    }
}
