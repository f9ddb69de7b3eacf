package dev.offramp.bench.verify;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// A mutant's changed classes, in a folder in front of ours, and the process that runs the simulation on them. Both go
/// when it is closed or we are stopped.
final class PlantedMutant implements AutoCloseable {

    private final Path folder;
    private final AtomicReference<Process> process = new AtomicReference<>();
    private final Thread atExit = new Thread(this::clear);

    /// @param changed as of [Mutant#changed]
    PlantedMutant(Map<String, String> changed) throws IOException {
        folder = Files.createTempDirectory("mutant");
        Runtime.getRuntime().addShutdownHook(atExit);
        List<String> javaFiles = new ArrayList<>();
        for (Map.Entry<String, String> file : changed.entrySet()) {
            Path target = folder.resolve(file.getKey().replaceFirst("server/src/main/(java|resources)/", ""));
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
            if (file.getKey().endsWith(".java")) {
                javaFiles.add(target.toString());
            }
        }
        compile(javaFiles);
    }

    private void compile(List<String> files) {
        if (files.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments =
                new ArrayList<>(List.of("--release", "25", "-proc:none", "-nowarn", "-cp", classPath(), "-d"));
        arguments.add(folder.toString());
        arguments.addAll(files);
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the mutant does not compile");
        }
    }

    /// Runs these seeds until one fails, with the flags of this process.
    ///
    /// @return what was printed
    String verify(List<Long> seeds) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", folder + File.pathSeparator + classPath(), "dev.offramp.bench.Main"));
        command.addAll(List.of("verify", "--with-parent", "--until-failure", "--seed"));
        command.add(seeds.stream().map(String::valueOf).collect(Collectors.joining(",")));
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.set(started);
        return new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private void clear() {
        Process running = process.get();
        if (running != null) {
            running.destroy();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        clear();
    }
}
