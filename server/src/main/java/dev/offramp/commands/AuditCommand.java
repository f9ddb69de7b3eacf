package dev.offramp.commands;

import dev.offramp.app.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `audit`: holds the books against themselves, the deposits, the payouts, and what chains and rails say.
@Command(
        name = "audit",
        description =
                "Check the books against deposits, payouts and the outside. Exit code 1 and a line for each fault.")
final class AuditCommand implements Callable<Integer> {

    private final Desk desk;

    @Mixin
    private JsonOption json = new JsonOption();

    AuditCommand(Desk desk) {
        this.desk = desk;
    }

    private record Result(boolean isSound, List<String> faults) {}

    @Override
    public Integer call() {
        List<String> faults = desk.open(AuditCommand::faults);
        desk.print(json.on(), json.on() ? new Result(faults.isEmpty(), faults) : text(faults));
        return faults.isEmpty() ? 0 : 1;
    }

    private static List<String> faults(Installation installation) {
        return installation.audit().faults();
    }

    private static String text(List<String> faults) {
        return faults.isEmpty() ? "the books are sound" : String.join("\n", faults);
    }
}
