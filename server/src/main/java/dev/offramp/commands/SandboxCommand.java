package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.DropOutcome;
import dev.offramp.chains.simulated.Fate;
import dev.offramp.chains.simulated.NewTransaction;
import dev.offramp.chains.simulated.Output;
import dev.offramp.chains.simulated.RebroadcastOutcome;
import dev.offramp.chains.simulated.ReorgOutcome;
import dev.offramp.chains.simulated.ReplaceOutcome;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Environment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sandbox`: the handle of the simulated chains.
@Command(
        name = "sandbox",
        description = "Make things happen on the simulated chains.",
        synopsisSubcommandLabel = "COMMAND")
final class SandboxCommand {

    private final Desk desk;

    SandboxCommand(Desk desk) {
        this.desk = desk;
    }

    /// What a transaction pays.
    static final class Payment {

        @Option(names = "--asset", required = true, paramLabel = "CODE", description = "Such as SOL_USDC_JKVK.")
        private String code = "";

        @Option(names = "--address", required = true, paramLabel = "ADDRESS", description = "Who is paid.")
        private String address = "";

        @Option(names = "--amount", required = true, paramLabel = "COINS", description = "In whole coins.")
        private BigDecimal amount = BigDecimal.ZERO;

        @Option(
                names = "--to",
                paramLabel = "ADDRESS:AMOUNT",
                description = "More outputs of the same transaction, each in the same asset.")
        private List<String> more = List.of();

        @Option(names = "--fake", description = "Pay in a worthless token that calls itself by the asset's symbol.")
        private boolean isFake;

        Asset asset(Platform platform) {
            return platform.assets()
                    .find(new AssetCode(code))
                    .filter(asset -> asset.environment() == Environment.DEVELOPMENT)
                    .orElseThrow(() -> new CommandRefused(code + " is no asset of the sandbox"));
        }

        List<Output> outputs(Asset asset) {
            List<Output> outputs = new ArrayList<>();
            outputs.add(output(asset, address, amount));
            for (String one : more) {
                int colon = one.lastIndexOf(':');
                BigDecimal coins = Optional.of(colon)
                        .filter(at -> at > 0)
                        .flatMap(at -> Conversions.decimal(one.substring(at + 1)))
                        .orElseThrow(() -> new CommandRefused(one + " is not ADDRESS:AMOUNT"));
                outputs.add(output(asset, one.substring(0, colon), coins));
            }
            return outputs;
        }

        private Output output(Asset asset, String text, BigDecimal coins) {
            Address recipient = recipient(asset, text);
            BigInteger units = units(asset, coins);
            return isFake ? Output.fake(recipient, asset, units) : Output.of(recipient, asset, units);
        }

        private static BigInteger units(Asset asset, BigDecimal coins) {
            if (coins.signum() <= 0 || coins.stripTrailingZeros().scale() > asset.decimals()) {
                throw new CommandRefused("an amount of " + asset.code() + " is above 0 and has at most "
                        + asset.decimals() + " decimals");
            }
            return coins.movePointRight(asset.decimals()).toBigIntegerExact();
        }
    }

    private static Address recipient(Asset asset, String text) {
        return AddressForm.canonical(asset.network().family(), Environment.DEVELOPMENT, text)
                .orElseThrow(() -> new CommandRefused(
                        text + " is no sandbox address on " + asset.network().displayName()));
    }

    private record Sent(String txHash, String network, int outputs) {}

    private record Became(String txHash, String state, Optional<String> by) {}

    private record Reorganised(String network, long commonHeight, long tipHeight, String tipHash) {}

    @Command(description = "Broadcast a transaction.")
    int send(
            @Mixin Payment payment,
            @Option(names = "--from", paramLabel = "ADDRESS", description = "Its sender.") String from,
            @Option(names = "--fails", description = "It will be mined and move nothing, like a reverted call.")
                    boolean fails,
            @Option(
                            names = "--wait",
                            paramLabel = "BLOCKS",
                            defaultValue = "0",
                            description = "Blocks that pass it over.")
                    int wait,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Asset asset = payment.asset(platform);
            Optional<Address> sender = Optional.ofNullable(from).map(text -> recipient(asset, text));
            List<Output> outputs = payment.outputs(asset);
            TxHash hash = platform.sandbox()
                    .send(new NewTransaction(asset.network(), sender, outputs, fails, Math.max(0, wait)));
            return new Sent(hash.value(), asset.network().code(), outputs.size());
        });
    }

    @Command(description = "Replace the last blocks of a network by others.")
    int reorg(
            @Option(names = "--network", required = true, paramLabel = "NETWORK", description = "Such as ethereum.")
                    Network network,
            @Option(names = "--depth", required = true, paramLabel = "BLOCKS") int depth,
            @Option(
                            names = "--fate",
                            paramLabel = "FATE",
                            defaultValue = "kept",
                            description =
                                    "What becomes of their transactions: kept, moved (to another block and place),"
                                            + " dropped, returned (to the mempool), or returned:N to wait N blocks there.")
                    String fate,
            @Mixin JsonOption json) {
        Fate all =
                fate(fate).orElseThrow(() -> new CommandRefused(fate + " is not kept, moved, dropped or returned[:N]"));
        if (depth < 1) {
            throw new CommandRefused("a reorganisation replaces at least one block");
        }
        return desk.answer(json.on(), platform -> switch (platform.sandbox().reorg(network, depth, all)) {
            case ReorgOutcome.Reorganised(BlockRef ancestor, BlockRef tip) ->
                new Reorganised(
                        network.code(),
                        ancestor.height(),
                        tip.height(),
                        tip.hash().value());
            case ReorgOutcome.TooDeep(long deepest) ->
                throw new CommandRefused("at most " + deepest + " blocks can be replaced");
        });
    }

    private static Optional<Fate> fate(String text) {
        return switch (text) {
            case "kept" -> Optional.of(new Fate.Kept());
            case "moved" -> Optional.of(new Fate.Moved());
            case "dropped" -> Optional.of(new Fate.Dropped());
            case "returned" -> Optional.of(new Fate.Returned(0));
            default ->
                text.matches("returned:\\d{1,6}")
                        ? Optional.of(new Fate.Returned(Integer.parseInt(text.substring(text.indexOf(':') + 1))))
                        : Optional.empty();
        };
    }

    private record RailState(String rail) {}

    /// Which of the two is wanted.
    static final class Presence {

        @Option(names = "--away", required = true, description = "Let it answer nobody, until it is called back.")
        private boolean isAway;

        @Option(names = "--back", required = true, description = "Let it answer again.")
        private boolean isBack;
    }

    @Command(description = "Send the simulated rail away, or call it back, to see what an outage does to payouts.")
    int rail(@ArgGroup(exclusive = true, multiplicity = "1") Presence presence, @Mixin JsonOption json) {
        String state = desk.open(installation -> {
            if (presence.isAway) {
                installation.sandboxRail().goAway();
            } else {
                installation.sandboxRail().comeBack();
            }
            return presence.isAway ? "away" : "back";
        });
        return desk.print(json.on(), new RailState(state));
    }

    @Command(description = "Spend a waiting transaction's coins on other outputs; the nodes forget the former.")
    int replace(@Parameters(paramLabel = "TX") String tx, @Mixin Payment payment, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            List<Output> outputs = payment.outputs(payment.asset(platform));
            return switch (platform.sandbox().replace(new TxHash(tx), outputs)) {
                case ReplaceOutcome.Replaced(TxHash by) -> new Became(tx, "replaced", Optional.of(by.value()));
                case ReplaceOutcome.NoSuchTransaction _ -> throw unknown(tx);
                case ReplaceOutcome.AlreadyMined(BlockRef block) -> throw mined(tx, block);
            };
        });
    }

    @Command(description = "Make the nodes forget a waiting transaction.")
    int drop(@Parameters(paramLabel = "TX") String tx, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> switch (platform.sandbox().drop(new TxHash(tx))) {
            case DropOutcome.Dropped _ -> new Became(tx, "dropped", Optional.empty());
            case DropOutcome.NoSuchTransaction _ -> throw unknown(tx);
            case DropOutcome.AlreadyMined(BlockRef block) -> throw mined(tx, block);
        });
    }

    @Command(description = "Bring a dropped or replaced transaction back.")
    int rebroadcast(@Parameters(paramLabel = "TX") String tx, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> switch (platform.sandbox().rebroadcast(new TxHash(tx))) {
            case RebroadcastOutcome.Rebroadcast _ -> new Became(tx, "waiting", Optional.empty());
            case RebroadcastOutcome.NoSuchTransaction _ -> throw unknown(tx);
            case RebroadcastOutcome.NotGone _ -> throw new CommandRefused(tx + " waits or is mined already");
            case RebroadcastOutcome.CoinsSpent(TxHash by) -> throw new CommandRefused("its coins are spent by " + by);
        });
    }

    private static CommandRefused unknown(String tx) {
        return new CommandRefused("no node knows " + tx);
    }

    private static CommandRefused mined(String tx, BlockRef block) {
        return new CommandRefused(
                tx + " is in block " + block.height() + " already: only a reorganisation could undo it");
    }
}
