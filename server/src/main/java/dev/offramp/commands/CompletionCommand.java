package dev.offramp.commands;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `completion`: what makes a shell complete the program's commands and options.
@Command(
        name = "completion",
        description = "Print a script that makes a shell complete commands and options: source <(./offramp completion"
                + " bash), or zsh in its place.")
final class CompletionCommand implements Callable<Integer> {

    /// zsh reads the script of bash once it was told to.
    private static final String ZSH = """
            autoload -U +X compinit && compinit
            autoload -U +X bashcompinit && bashcompinit
            """;

    private final Desk desk;

    /// Whom it is for.
    enum Shell {
        BASH,
        ZSH;

        static Optional<Shell> parse(String text) {
            return Arrays.stream(values())
                    .filter(shell -> shell.name().equalsIgnoreCase(text))
                    .findFirst();
        }
    }

    /// As people type them.
    static final class Shells implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Shell.values())
                    .map(shell -> shell.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }

    @Parameters(paramLabel = "SHELL", completionCandidates = Shells.class, description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    CompletionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("offramp", Main.line(desk, ""));
        desk.around().out().print(shell == Shell.ZSH ? ZSH + script : script);
        return 0;
    }
}
