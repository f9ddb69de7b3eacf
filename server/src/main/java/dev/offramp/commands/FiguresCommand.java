package dev.offramp.commands;

import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `figures`: what the overview of a business shows.
@Command(
        name = "figures",
        description = "The sums and counts that the overview of a business shows.",
        synopsisSubcommandLabel = "COMMAND")
final class FiguresCommand {

    private final Desk desk;

    FiguresCommand(Desk desk) {
        this.desk = desk;
    }

    private record Begun(String figures) {}

    @Command(
            name = "count-anew",
            description = "Forget everybody's figures and count them again from the first fact on. Until the server has"
                    + " done it the overviews show too little; balances and lists are not made of figures.")
    int countAnew(@Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    platform.figures().countAnew(tx);
                    platform.trail().record(tx, desk.entry(Action.FIGURES_COUNTED, Subject.Kind.BOOKS, "figures"));
                    return new Begun("counted anew by the server");
                }));
    }
}
