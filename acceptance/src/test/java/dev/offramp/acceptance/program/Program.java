package dev.offramp.acceptance.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server as a process of its own, on a data folder that outlives it, so that it can be killed and started again.
///
/// It is always ended by its own process id, and its PostgreSQL with it. Whenever it has ended, what it printed and
/// logged is searched for secrets.
public final class Program implements AutoCloseable {

    private static final Path JAR = repository().resolve("server/target/offramp.jar");
    private static final String CREDENTIALS = "sandbox-credentials.json";
    private static final String OWNER_LOGIN = "owner-login.json";
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long POLL_MS = 50;
    /// A command does not live long enough for the better of the two compilers.
    private static final List<String> IN_A_HURRY = List.of("-XX:TieredStopAtLevel=1");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private Confidential confidential = Confidential.OF_THIS_RUN;
    private Process process;
    private Thread reader = Thread.ofVirtual().unstarted(() -> {});
    private String baseUrl = "";

    private Program(Path data) {
        this.data = data;
        settings.put("OFFRAMP_DATA", data.toString());
        settings.put("OFFRAMP_PORT", "0");
        settings.put("OFFRAMP_BIND", "127.0.0.1");
        settings.put("OFFRAMP_SANDBOX_BLOCK_MS", "100");
        // All that it ever logs, so that nothing confidential can hide at a level nobody looked at.
        settings.put("OFFRAMP_LOG_LEVEL", "debug");
    }

    /// Not started yet.
    ///
    /// @param data an empty folder, or one that a program left
    public static Program on(Path data) {
        return new Program(data);
    }

    public Program with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /// Instead of the run's own.
    Program watchedBy(Confidential other) {
        confidential = other;
        return this;
    }

    /// Starts it and waits for the ready line.
    public Program start() {
        output.clear();
        process = launch(List.of(), List.of("run"));
        CompletableFuture<String> ready = new CompletableFuture<>();
        reader = Thread.ofVirtual().start(() -> read(process, ready));
        try {
            baseUrl = ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException("not ready: " + String.join("\n", output), e);
        }
        rememberSecrets();
        return this;
    }

    private void rememberSecrets() {
        confidential.rememberKeys(Path.of(
                settings.getOrDefault("OFFRAMP_KEYS", data.resolve("keys").toString())));
        for (String name : List.of(CREDENTIALS, OWNER_LOGIN)) {
            if (Files.exists(data.resolve(name))) {
                confidential.rememberFields(file(name));
            }
        }
        Optional.ofNullable(settings.get("OFFRAMP_KEY_PASSPHRASE_FILE"))
                .ifPresent(file -> confidential.rememberFile("passphrase", Path.of(file)));
    }

    private Process launch(List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("OFFRAMP_"));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Process from, CompletableFuture<String> ready) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from.getInputStream()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher matcher = READY.matcher(line);
                if (matcher.find()) {
                    ready.complete(matcher.group(1));
                }
            }
            ready.completeExceptionally(new IllegalStateException("ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /// Runs a command beside the running server and answers its standard output and error.
    public String command(String... arguments) {
        confidential.rememberOptions(List.of(arguments));
        try {
            Process command = launch(IN_A_HURRY, List.of(arguments));
            String text = new String(command.getInputStream().readAllBytes());
            if (command.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Begins a command that goes on until it is stopped.
    public Begun begin(String... arguments) {
        return new Begun(launch(IN_A_HURRY, List.of(arguments)), confidential);
    }

    /// [#command] for one that answers JSON: the first line that is an object or array.
    public JsonNode jsonCommand(String... arguments) {
        JsonNode answer = command(arguments)
                .lines()
                .filter(line -> line.startsWith("{") || line.startsWith("["))
                .findFirst()
                .map(JSON::readTree)
                .orElseThrow();
        confidential.rememberFields(answer);
        return answer;
    }

    /// The sandbox integration as an integrator would see it.
    public Breet sandbox() {
        JsonNode file = credentials();
        return new Breet(
                baseUrl, file.get("appId").asString(), file.get("appSecret").asString(), "development");
    }

    /// A new integration, so that what it has is its own.
    public Breet integration(String name) {
        JsonNode made = jsonCommand("integrations", "create", "--name", name, "--json");
        return new Breet(
                baseUrl, made.get("appId").asString(), made.get("appSecret").asString(), "development");
    }

    /// What the first start wrote for the operator.
    public JsonNode credentials() {
        return file(CREDENTIALS);
    }

    /// How the first person signs in to the dashboard: `email`, `password`, `url`.
    public JsonNode ownerLogin() {
        return file(OWNER_LOGIN);
    }

    private JsonNode file(String name) {
        try {
            return JSON.readTree(Files.readString(data.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it serves, ending in `/v1`.
    public String baseUrl() {
        return baseUrl;
    }

    /// Everything it printed since its last start, logs included.
    public String output() {
        return String.join("\n", output);
    }

    /// Waits until it has printed this since its last start.
    public void awaitOutput(String text, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (output.stream().noneMatch(line -> line.contains(text))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + patience + ": " + text + "\n" + output());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /// As a power cut would: no chance to tidy up. Its PostgreSQL is left running, like after a real `kill -9`.
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /// As an operator would.
    public void stop() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running: " + process.pid());
            }
            reader.join();
            confidential.search("what the program printed", output());
            confidential.searchLogs(data);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Ends it with its PostgreSQL, also after a [#kill].
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        if (!process.isAlive()) {
            start();
        }
        stop();
    }

    /// The folder of the sources.
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("offramp"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
