package dev.offramp.acceptance.clients;

import dev.offramp.acceptance.program.Machine;
import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// A client library with what builds and runs it.
enum Library {
    JAVA("client-java", "java") {
        @Override
        Ended build(Path folder) {
            List<String> javac = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                    "--release",
                    "17",
                    "-parameters",
                    "-proc:none",
                    "-d",
                    folder.toString(),
                    "-cp",
                    jars()));
            javac.addAll(sources(at("src/main/java")));
            javac.addAll(sources(at("examples")));
            return run(javac, folder, Map.of(), "");
        }

        @Override
        List<String> program(Path folder, String name) {
            String main = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    folder + ":" + jars(),
                    main);
        }

        /// Maven runs them, in its module.
        @Override
        Optional<List<String>> tests() {
            return Optional.empty();
        }
    },

    /// Needs what npm puts into its folder.
    TYPESCRIPT("clients/typescript", "node_modules/.bin/tsc") {
        @Override
        Ended build(Path folder) {
            return run(List.of(at("node_modules/.bin/tsc").toString(), "-p", at(".").toString()), folder, Map.of(), "");
        }

        @Override
        List<String> program(Path folder, String name) {
            return List.of("node", at(name + ".mjs").toString());
        }

        @Override
        Optional<List<String>> tests() {
            return Optional.of(List.of(
                    "node",
                    "--test",
                    "--test-reporter=tap",
                    at("test/client.test.mjs").toString()));
        }
    },

    PYTHON("clients/python", "python3") {
        @Override
        Ended build(Path folder) {
            return run(
                    List.of("python3", "-m", "compileall", "-q", at("offramp").toString()), folder, Map.of(), "");
        }

        @Override
        List<String> program(Path folder, String name) {
            return List.of("python3", at(name + ".py").toString());
        }

        @Override
        Optional<List<String>> tests() {
            return Optional.of(List.of(
                    "python3", "-m", "unittest", "discover", "-s", at("tests").toString(), "-t", at(".").toString()));
        }
    };

    private static final long PATIENCE_SECONDS = 180;

    private final Path home;
    private final String tool;

    Library(String home, String tool) {
        this.home = Program.repository().resolve(home);
        this.tool = tool;
    }

    /// How a program ended.
    record Ended(int code, String output) {}

    /// Builds it from its sources; what comes of that may go into `folder`.
    abstract Ended build(Path folder);

    /// How to run one of its programs.
    abstract List<String> program(Path folder, String name);

    /// How to run the tests that it has of its own; empty where something else does.
    abstract Optional<List<String>> tests();

    Path at(String path) {
        return home.resolve(path).normalize();
    }

    /// Whether what builds it is on this machine.
    boolean isThere() {
        return Files.isExecutable(home.resolve(tool)) || Machine.has(tool);
    }

    /// @param input what it reads
    static Ended run(List<String> command, Path folder, Map<String, String> environment, String input) {
        try {
            Path said = Files.createTempFile(folder, "said", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(
                            Files.writeString(folder.resolve("input"), input).toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
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

    private static List<String> sources(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one dependency that the Java client has, from where this test has it.
    private static String jars() {
        return Stream.of(
                        JsonMapper.class,
                        tools.jackson.core.JsonParser.class,
                        com.fasterxml.jackson.annotation.JsonInclude.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(":"));
    }
}
