package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Surroundings;
import dev.offramp.db.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// What shells and scripts rely on.
class CompletionCommandTest {

    /// Answers people alone, or a shell.
    private static final Set<String> WITHOUT_JSON = Set.of("run", "demo", "completion");

    private final Shop shop = new Shop(new ManualClock(), Path.of("unused"));

    @Test
    void completesCommandsAndOptionsInBash() throws Exception {
        assertThat(completed("./offramp ba")).containsExactly("backup");
        assertThat(completed("./offramp backup --w")).containsExactly("--with-keys");
        assertThat(completed("./offramp integrations se")).contains("set", "set-pin");
        assertThat(completed("./offramp completion b")).containsExactly("bash");
    }

    /// Asks a real bash what it would offer for the last word.
    private List<String> completed(String typed) throws IOException, InterruptedException {
        String[] words = typed.split(" ");
        String script = shop.run("completion", "bash").out() + """
                COMP_WORDS=(%s)
                COMP_CWORD=%d
                COMP_LINE="%s"
                COMP_POINT=${#COMP_LINE}
                _complete_offramp
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(typed, words.length - 1, typed);
        // It says on standard error that nobody types.
        Process bash = new ProcessBuilder("bash")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void preparesZshForTheSameScript() {
        assertThat(shop.run("completion", "zsh").out())
                .startsWith("autoload -U +X compinit")
                .endsWith(shop.run("completion", "bash").out());
        assertThat(shop.run("completion", "fish").code()).isEqualTo(2);
    }

    /// What a shell offers for an option must be what the option takes.
    @Test
    void offersOnlyValuesThatAreTaken() {
        List<String> wrong = new ArrayList<>();
        leaves(line())
                .forEach(command ->
                        command.getCommandSpec().options().forEach(option -> wrong.addAll(refused(command, option))));
        assertThat(wrong).isEmpty();
    }

    private static List<String> refused(CommandLine command, OptionSpec option) {
        List<String> refused = new ArrayList<>();
        if (option.completionCandidates() == null) {
            return refused;
        }
        // Of a pair a shell can only offer what stands before the equals sign.
        String rest = Map.class.isAssignableFrom(option.type()) ? "=1" : "";
        for (String candidate : option.completionCandidates()) {
            try {
                List<String> typed = new ArrayList<>(
                        List.of(command.getCommandSpec().qualifiedName().split(" ")));
                typed.add(option.longestName() + "=" + candidate + rest);
                line().parseArgs(typed.subList(1, typed.size()).toArray(String[]::new));
            } catch (MissingParameterException missing) {
                // Something else is missing, which is read afterwards.
                continue;
            } catch (ParameterException e) {
                refused.add(command.getCommandName() + ": " + e.getMessage());
            }
        }
        return refused;
    }

    @Test
    void answersEveryQuestionInJson() {
        assertThat(leaves(line())
                        .filter(command -> !WITHOUT_JSON.contains(command.getCommandName()))
                        .filter(command -> command.getCommandSpec().findOption("--json") == null)
                        .map(command -> command.getCommandSpec().qualifiedName()))
                .isEmpty();
    }

    @Test
    void saysInItsHelpWhatExitCodesMean() {
        assertThat(shop.run("help").out()).contains("Exit codes:", "refused", "mistyped", "fault of its own");
    }

    private static Stream<CommandLine> leaves(CommandLine line) {
        return line.getSubcommands().isEmpty()
                ? Stream.of(line)
                : line.getSubcommands().values().stream().flatMap(CompletionCommandTest::leaves);
    }

    private static CommandLine line() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        ManualClock clock = new ManualClock();
        Random random = new Random(1);
        Surroundings around = new Surroundings(Map.of(), "ann", clock, random, random, nowhere, nowhere);
        return Main.line(new Desk(around, clock.instant()), "");
    }
}
