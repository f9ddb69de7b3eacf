package dev.offramp.commands;

import dev.offramp.app.Installation;
import java.time.Duration;
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

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

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

    /// What is a fault only for the moment in which a reorganisation is followed is asked about again.
    private static List<String> faults(Installation installation) {
        List<String> faults = installation.reconciliation().faults();
        for (int i = 1; i < TRIES && !faults.isEmpty(); i++) {
            pause();
            faults = installation.reconciliation().faults();
        }
        return faults;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused("interrupted");
        }
    }

    private static String text(List<String> faults) {
        return faults.isEmpty() ? "the books are sound" : String.join("\n", faults);
    }
}
