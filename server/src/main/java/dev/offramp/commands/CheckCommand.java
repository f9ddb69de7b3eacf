package dev.offramp.commands;

import dev.offramp.app.Checkup;
import dev.offramp.app.Finding;
import dev.offramp.db.StartRefused;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `check`: whether an installation has what it needs.
@Command(
        name = "check",
        description = "Look at everything the installation needs, and change nothing: settings, database, keys,"
                + " certificate, mail server, nodes, prices, rails, webhook of the sandbox. Exit code 1 when anything"
                + " is at fault.")
final class CheckCommand implements Callable<Integer> {

    private final Desk desk;

    @Mixin
    private JsonOption json = new JsonOption();

    CheckCommand(Desk desk) {
        this.desk = desk;
    }

    /// @param state `ok`, `fault` or `skipped`
    private record Line(String what, String state, String detail) {}

    @Override
    public Integer call() {
        List<Line> lines = lines();
        desk.print(json.on(), lines);
        return lines.stream().anyMatch(line -> line.state().equals("fault")) ? 1 : 0;
    }

    private List<Line> lines() {
        try {
            return Checkup.of(desk.quietSettings(), desk.around()).stream()
                    .map(CheckCommand::line)
                    .toList();
        } catch (StartRefused refused) {
            // Nothing can be looked at with settings that cannot be read.
            return List.of(new Line("settings", "fault", refused.getMessage()));
        }
    }

    private static Line line(Finding finding) {
        return new Line(finding.subject(), finding.state().name().toLowerCase(Locale.ROOT), finding.detail());
    }
}
