package dev.offramp.acceptance.docs;

import dev.offramp.acceptance.program.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What runs a program in a language, where the machine has it.
enum Tool {
    SH("sh", "sh", "bash"),
    JS("js", "mjs", "node"),
    PYTHON("python", "py", "python3"),
    JAVA("java", "java", Path.of(System.getProperty("java.home"), "bin", "java").toString()),
    PHP("php", "php", "php"),
    GO("go", "go", "go", "run"),
    RUBY("ruby", "rb", "ruby");

    private static final long PATIENCE_SECONDS = 120;

    private final String language;
    private final String ending;
    private final List<String> command;

    Tool(String language, String ending, String... command) {
        this.language = language;
        this.ending = ending;
        this.command = List.of(command);
    }

    /// How a program ended.
    record Ended(int code, String output) {}

    static Tool of(String language) {
        return Arrays.stream(values())
                .filter(tool -> tool.language.equals(language))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing runs " + language));
    }

    static Tool ofFile(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(values())
                .filter(tool -> name.endsWith("." + tool.ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing runs " + file));
    }

    /// Whether it is on this machine.
    boolean isThere() {
        String program = command.getFirst();
        return program.startsWith("/") || Machine.has(program);
    }

    Ended run(String program, Path folder, Map<String, String> environment) {
        try {
            return run(Files.writeString(folder.resolve("program." + ending), program), folder, environment, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param input what it reads
    Ended run(Path program, Path folder, Map<String, String> environment, String input) {
        try {
            Path said = Files.createTempFile(folder, "said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                    command.stream(),
                                    Stream.of(program.toAbsolutePath().toString()))
                            .toList())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(
                            Files.writeString(folder.resolve("input"), input).toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Ended(-1, "not done in time: " + Files.readString(said));
            }
            return new Ended(process.exitValue(), Files.readString(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
