package dev.offramp.commands;

import dev.offramp.listening.Forward;
import dev.offramp.listening.Forwarded;
import dev.offramp.listening.Listening;
import dev.offramp.wire.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `listen`: events to a URL on this machine as they happen, until Ctrl-C.
@Command(
        name = "listen",
        description = "Pass events on to a URL on this machine as they happen, signed as deliveries are, until Ctrl-C."
                + " Asks the server over HTTP, so that it may be anywhere.")
final class ListenCommand implements Callable<Integer> {

    private static final String FORM = "%s  %-24s  %s  %s";

    /// For the event under way and the last word to the server, once somebody pressed Ctrl-C.
    private static final long FAREWELL_SECONDS = 20;

    private final Desk desk;
    private final CountDownLatch stop = new CountDownLatch(1);

    @Option(
            names = "--forward-to",
            required = true,
            paramLabel = "URL",
            description = "Where your receiver runs, such as http://localhost:3000/webhooks.")
    private String forwardTo;

    @Option(
            names = "--events",
            paramLabel = "EVENT",
            split = ",",
            description = "Which events, such as trade.completed; all of them without this.")
    private List<String> events = List.of();

    @Mixin
    private ServerChoice server;

    @Mixin
    private JsonOption json;

    ListenCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var access = server.access(desk);
        Forward forward = Forward.to(
                        forwardTo, access.webhookSecret(), desk.around().clock())
                .orElseThrow(() -> new CommandRefused(forwardTo + " is no URL such as http://localhost:3000/webhooks"));
        CountDownLatch ended = new CountDownLatch(1);
        Thread farewell = new Thread(() -> farewell(ended), "farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        try (forward;
                Listening listening = Listening.create(access, forward, events, ears())) {
            return switch (listening.run()) {
                case Listening.End.Stopped _ -> 0;
                case Listening.End.Refused(String why) -> throw new CommandRefused(why);
            };
        } finally {
            ended.countDown();
        }
    }

    private void farewell(CountDownLatch ended) {
        stop.countDown();
        await(ended, Duration.ofSeconds(FAREWELL_SECONDS));
    }

    private Listening.Ears ears() {
        return new Listening.Ears() {

            @Override
            public void forwarded(Forwarded event) {
                desk.around().out().println(json.on() ? Json.text(event) : line(event));
            }

            @Override
            public void note(String sentence) {
                desk.around().err().println("offramp: " + sentence);
            }

            @Override
            public boolean pause(Duration time) {
                return !await(stop, time);
            }

            @Override
            public InstantSource clock() {
                return desk.around().clock();
            }
        };
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static String line(Forwarded event) {
        String answer = Optional.<Object>empty()
                .or(event::status)
                .or(event::error)
                .map(Object::toString)
                .orElse("");
        return FORM.formatted(event.at(), event.event(), event.eventId(), answer);
    }
}
