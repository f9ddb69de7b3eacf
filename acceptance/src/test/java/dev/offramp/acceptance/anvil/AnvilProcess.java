package dev.offramp.acceptance.anvil;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One anvil on a free port of the loopback address. It mines only when told to, takes transactions in the order of
/// their arrival, and ends with us, also when we are killed gently.
final class AnvilProcess implements AutoCloseable {

    private static final String READY = "Listening on ";
    private static final List<String> OPTIONS = List.of(
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-mining",
            "--order",
            "fifo",
            "--accounts",
            "60",
            "--gas-limit",
            "1000000000");
    private static final int SECONDS_TO_STOP = 5;

    private final Process process;
    private final Thread atExit;
    private final URI url;

    private AnvilProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static AnvilProcess start() {
        List<String> command = new ArrayList<>(List.of(Workshop.anvil().toString()));
        command.addAll(OPTIONS);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader output = process.inputReader();
            URI url = ready(output);
            Thread.ofVirtual().start(() -> drain(output));
            return new AnvilProcess(process, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI ready(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create("http://" + line.substring(READY.length()).strip());
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("anvil did not start:\n" + said);
    }

    /// Its log, which nobody reads; a full pipe would stop it.
    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
