package dev.offramp.commands;

import dev.offramp.tenancy.Environment;
import dev.offramp.withdrawals.HotWallet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hotwallets`: the addresses that stablecoins are sent from.
@Command(
        name = "hotwallets",
        description = "The addresses that stablecoins are sent from.",
        synopsisSubcommandLabel = "COMMAND")
final class HotWalletsCommand {

    private final Desk desk;

    HotWalletsCommand(Desk desk) {
        this.desk = desk;
    }

    private record Shown(
            String network,
            String address,
            List<HotWallet.Holding> holdings,
            long nonceNext,
            Optional<Long> noncesUsed,
            long foreign,
            List<Long> gaps,
            long waiting,
            long underWay,
            Optional<String> trouble) {}

    @Command(
            description =
                    "What they hold and what goes out of them: the next nonce, how many the chain has used and how"
                            + " many of those are not ours, gaps, withdrawals that wait to be signed and that are under way.")
    int list(
            @Option(
                            names = "--env",
                            paramLabel = "ENVIRONMENT",
                            defaultValue = "production",
                            description = "production, which is the default, or development.")
                    Environment environment,
            @Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.withdrawals().hotWallets().stream()
                        .filter(wallet -> wallet.chain().environment() == environment)
                        .map(HotWalletsCommand::shown)
                        .toList());
    }

    private static Shown shown(HotWallet wallet) {
        return new Shown(
                wallet.chain().network().code(),
                wallet.address().value(),
                wallet.holdings(),
                wallet.nonceNext(),
                optional(wallet.noncesUsed()),
                wallet.foreign(),
                wallet.gaps(),
                wallet.waiting(),
                wallet.underWay(),
                wallet.trouble());
    }

    private static Optional<Long> optional(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
