package dev.offramp.bench.verify;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Plants each known mistake in a copy of the sources it touches and runs the simulation against it, in a process of
/// its
/// own with the changed classes in front. A simulation that lets one pass proves nothing.
public final class Mutants {

    /// Seeds tried before a mutant counts as not caught.
    private static final String SEEDS = "40";

    private static final Pattern FAILED = Pattern.compile("seed (\\d+) failed.*\\R\\s*(.*)");

    private final Path sources;
    private final PrintStream out;

    public Mutants(Path sources, PrintStream out) {
        this.sources = sources;
        this.out = out;
    }

    public boolean areAllCaught() {
        boolean all = true;
        for (Mutant mutant : Mutant.ALL) {
            all &= isCaught(mutant);
        }
        return all;
    }

    private boolean isCaught(Mutant mutant) {
        try {
            Path classes = Files.createTempDirectory("mutant");
            plant(mutant, classes);
            String output = verify(classes);
            Matcher failed = FAILED.matcher(output);
            boolean caught = failed.find();
            out.printf(
                    "mutant \"%s\": %s%n",
                    mutant.name(),
                    caught ? "caught by seed " + failed.group(1) + ": " + failed.group(2) : "NOT CAUGHT\n" + output);
            return caught;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plant(Mutant mutant, Path classes) throws IOException {
        Map<String, String> changed = new HashMap<>();
        for (Mutant.Edit edit : mutant.edits()) {
            String text = changed.containsKey(edit.file())
                    ? changed.get(edit.file())
                    : Files.readString(sources.resolve(edit.file()));
            int at = text.indexOf(edit.text());
            if (at < 0 || text.indexOf(edit.text(), at + 1) >= 0) {
                throw new IllegalStateException(
                        "\"" + mutant.name() + "\" no longer fits " + edit.file() + ": update the mutant");
            }
            changed.put(edit.file(), text.replace(edit.text(), edit.instead()));
        }
        List<String> javaFiles = new ArrayList<>();
        for (Map.Entry<String, String> file : changed.entrySet()) {
            Path target = classes.resolve(file.getKey().replaceFirst("server/src/main/(java|resources)/", ""));
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
            if (file.getKey().endsWith(".java")) {
                javaFiles.add(target.toString());
            }
        }
        compile(javaFiles, classes);
    }

    private static void compile(List<String> files, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "25", "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d"));
        arguments.add(classes.toString());
        arguments.addAll(files);
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the mutant does not compile: update it");
        }
    }

    private static String verify(Path classes) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        "dev.offramp.bench.Main",
                        "verify",
                        "--from",
                        "1",
                        "--seeds",
                        SEEDS,
                        "--until-failure")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return output;
    }
}
