package dev.offramp.commands;

import dev.offramp.chains.ChainId;
import dev.offramp.deposits.HandPause;
import dev.offramp.deposits.Pausing;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `chains`: pauses made by hand. Those that incidents make are in `incidents`.
@Command(
        name = "chains",
        description = "Pause a chain by hand, and end the pause. Those that incidents have paused: offramp incidents.",
        synopsisSubcommandLabel = "COMMAND")
final class ChainsCommand {

    /// Who pauses here, in words for people.
    private static final String BY = "command line";

    private final Desk desk;

    ChainsCommand(Desk desk) {
        this.desk = desk;
    }

    /// @param state `paused` or `read`
    private record Changed(String environment, String network, String state, String reason) {}

    @Command(
            description = "Read and credit nothing on a chain until the pause is ended. What is sent out on it goes on."
                    + " Nothing is lost: reading goes on where it stopped.")
    int pause(
            @Mixin ChainChoice choice,
            @Option(names = "--reason", required = true, paramLabel = "WHY", description = "For other operators.")
                    String reason,
            @Mixin JsonOption json) {
        ChainId chain = choice.chain();
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    Changed paused = paused(chain, reason, platform.deposits().pause(tx, chain, reason, BY));
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(Action.CHAIN_PAUSED, Subject.Kind.CHAIN, chain)
                                            .after(Details.of("reason", reason)));
                    return paused;
                }));
    }

    private static Changed paused(ChainId chain, String reason, Pausing outcome) {
        return switch (outcome) {
            case Pausing.Paused _ -> changed(chain, "paused", reason);
            case Pausing.PausedAlready(HandPause before) ->
                throw new CommandRefused(chain + " was paused before, by " + before.by() + ": " + before.reason());
            case Pausing.NeverRead _ -> throw new CommandRefused("nothing was ever read of " + chain);
        };
    }

    @Command(name = "end-pause", description = "End a pause made by hand.")
    int endPause(@Mixin ChainChoice choice, @Mixin JsonOption json) {
        ChainId chain = choice.chain();
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    HandPause ended = platform.deposits()
                            .endPause(tx, chain)
                            .orElseThrow(() -> new CommandRefused(chain + " is not paused by hand"));
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(Action.CHAIN_RESUMED, Subject.Kind.CHAIN, chain)
                                            .before(Details.of("paused by", ended.by())
                                                    .with("reason", ended.reason())));
                    return changed(chain, "read", ended.reason());
                }));
    }

    private static Changed changed(ChainId chain, String state, String reason) {
        return new Changed(chain.environment().code(), chain.network().code(), state, reason);
    }
}
