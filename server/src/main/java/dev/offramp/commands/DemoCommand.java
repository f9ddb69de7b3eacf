package dev.offramp.commands;

import dev.offramp.app.Installation;
import dev.offramp.app.Logging;
import dev.offramp.app.SandboxCredentials;
import dev.offramp.app.Server;
import dev.offramp.app.Settings;
import dev.offramp.app.Surroundings;
import dev.offramp.demo.Credentials;
import dev.offramp.demo.Demo;
import dev.offramp.demo.DemoFailed;
import dev.offramp.demo.Receiver;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointId;
import dev.offramp.webhooks.EndpointOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `demo`: one customer's journey, against the running server or one of its own that leaves nothing behind.
@Command(
        name = "demo",
        description =
                "Play a customer's journey, from the address to the payout, against the running server or its own.")
final class DemoCommand implements Callable<Integer> {

    private static final int CONNECT_MS = 1000;

    private final Desk desk;

    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Optional<Credentials> running = running();
        if (running.isPresent()) {
            say("playing against the server at " + running.get().baseUrl());
            desk.open(installation -> play(installation, running.get()));
        } else {
            playAlone();
        }
        return 0;
    }

    /// The server whose credentials are in the data folder, if it answers.
    private Optional<Credentials> running() {
        Path file = desk.settings().data().resolve(SandboxCredentials.FILE);
        return Optional.of(file)
                .filter(Files::exists)
                .map(Credentials::read)
                .filter(credentials -> isListening(URI.create(credentials.baseUrl())));
    }

    private static boolean isListening(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : url.getScheme().equals("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), CONNECT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void playAlone() {
        say("no server is running: starting one of its own in a temporary folder");
        Path data = temporaryFolder();
        Surroundings around = desk.around()
                .with(Map.of("OFFRAMP_DATA", data.toString(), "OFFRAMP_PORT", "0", "OFFRAMP_BIND", "127.0.0.1"));
        Settings settings = Settings.read(around.environment());
        Logging.set(settings.log(), Logging.Threshold.WARN);
        try (Server server = Server.start(settings, around)) {
            Path file = server.installation().credentials().path().orElseThrow();
            play(server.installation(), Credentials.read(file));
        } finally {
            delete(data);
        }
    }

    /// Endpoints are not made over the API, so this is done as `webhooks add` does it.
    private boolean play(Installation installation, Credentials credentials) {
        try (Receiver receiver = Receiver.start(credentials.webhookSecret())) {
            EndpointId endpoint = add(installation, receiver.url());
            try (Demo demo = Demo.create(
                    credentials, receiver, desk.around().clock(), desk.around().random(), this::say)) {
                demo.play();
            } finally {
                installation.platform().webhooks().remove(installation.sandbox(), endpoint);
            }
        } catch (DemoFailed failed) {
            throw new CommandRefused(failed.getMessage());
        }
        say("");
        desk.print(false, BooksCommand.lines(installation.platform()));
        return true;
    }

    private static EndpointId add(Installation installation, String url) {
        EndpointOutcome outcome =
                installation.platform().webhooks().addEndpoint(installation.sandbox(), url, new Endpoint.Events.All());
        if (outcome instanceof EndpointOutcome.Saved(Endpoint endpoint)) {
            return endpoint.id();
        }
        throw new CommandRefused("the demo's webhook endpoint could not be saved: " + outcome);
    }

    private void say(String line) {
        desk.around().out().println(line);
    }

    /// Others may pass through it: under root, PostgreSQL runs as somebody else.
    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(
                    "offramp-demo-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
