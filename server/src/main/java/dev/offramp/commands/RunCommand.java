package dev.offramp.commands;

import dev.offramp.app.Installation;
import dev.offramp.app.Logging;
import dev.offramp.app.Server;
import dev.offramp.app.Settings;
import dev.offramp.app.Surroundings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/// `run`: the server, until it is told to stop.
@Command(
        name = "run",
        description = "Run the server, with a PostgreSQL of its own unless OFFRAMP_DATABASE_URL names one.")
final class RunCommand implements Callable<Integer> {

    private final Desk desk;

    RunCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Surroundings around = desk.around();
        Settings settings = desk.settings();
        Logging.set(settings.log(), settings.logLevel());
        Settings.unknown(around.environment())
                .forEach(name -> around.err().println("offramp: " + name + " is no setting of this program; ignored"));
        CompletableFuture<Server> started = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "shutdown"));
        try {
            Server server = Server.start(settings, around);
            started.complete(server);
            announce(server, around);
        } finally {
            started.cancel(false);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /// A server that is still starting is stopped once it has started.
    private static void stop(CompletableFuture<Server> started) {
        started.handle((server, failure) -> {
                    if (server != null) {
                        server.close();
                    }
                    return true;
                })
                .join();
    }

    private void announce(Server server, Surroundings around) {
        Installation installation = server.installation();
        PrintStream out = around.out();
        out.println("Offramp " + Main.Version.number());
        out.println("  database     " + installation.databasePlace());
        installation.credentials().path().ifPresent(file -> out.println("  credentials  " + file));
        installation.ownerLogin().path().ifPresent(file -> out.println("  first login  " + file));
        out.println("  dashboard    " + server.url());
        out.println("  production   " + (installation.settings().production() ? "on" : "off"));
        out.println("Offramp is ready at " + server.baseUrl() + " (" + sinceOpening() + ")");
        out.flush();
    }

    private String sinceOpening() {
        long tenths = Duration.between(desk.openedAt(), desk.around().clock().instant())
                        .toMillis()
                / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
