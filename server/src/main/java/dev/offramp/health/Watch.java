package dev.offramp.health;

import dev.offramp.bulletins.Bulletins;
import dev.offramp.bulletins.NewIncident;
import dev.offramp.bulletins.Stage;
import dev.offramp.bulletins.StatusIncident;
import dev.offramp.db.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Opens incidents by itself and resolves them: one for each component that is down for long enough and that no open
/// incident is about, and one for all of them when the database was away.
///
/// @param after how long is long enough
record Watch(Bulletins bulletins, Duration after) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    void look(Transaction tx, List<Standing> now, Optional<Instant> awayFrom, Instant at) {
        awayFrom.filter(since -> isLongEnough(since, at)).ifPresent(since -> wasAway(tx, now, since, at));
        List<StatusIncident> open = bulletins.open(tx);
        open.stream().filter(incident -> isOver(incident, now)).forEach(incident -> resolve(tx, incident, now));
        for (Standing standing : now) {
            boolean isTold = open.stream()
                    .anyMatch(its -> its.isAbout(standing.component().code()));
            if (standing.state() == State.DOWN && !isTold && isLongEnough(standing.since(), at)) {
                begin(tx, standing);
            }
        }
    }

    private boolean isLongEnough(Instant since, Instant at) {
        return !since.plus(after).isAfter(at);
    }

    /// Nobody could be told while it lasted.
    private void wasAway(Transaction tx, List<Standing> now, Instant since, Instant at) {
        String text = "The database did not answer from %s to %s. Nothing worked meanwhile, and nothing was lost."
                .formatted(TIME.format(since), TIME.format(at));
        List<String> all =
                now.stream().map(standing -> standing.component().code()).toList();
        Optional<String> watched = Optional.of(Component.DATABASE.code());
        bulletins.begin(tx, new NewIncident("Database away", all, watched, since), Stage.RESOLVED, text);
    }

    /// Somebody who resolved it while the component was still down is not told otherwise.
    private void begin(Transaction tx, Standing standing) {
        String code = standing.component().code();
        if (!bulletins.wasWatched(tx, code, standing.since())) {
            NewIncident incident =
                    new NewIncident(title(standing.component()), List.of(code), Optional.of(code), standing.since());
            bulletins.begin(tx, incident, Stage.INVESTIGATING, standing.words());
        }
    }

    private static String title(Component component) {
        String name = component.name() + ": down";
        return component.section() == Section.SANDBOX ? "Sandbox: " + name : name;
    }

    /// Also of a component that is measured no more.
    private static boolean isOver(StatusIncident incident, List<Standing> now) {
        return incident.watches().isPresent()
                && now.stream()
                        .noneMatch(standing -> standing.component()
                                        .code()
                                        .equals(incident.watches().get())
                                && standing.state() == State.DOWN);
    }

    private void resolve(Transaction tx, StatusIncident incident, List<Standing> now) {
        String words = now.stream()
                .filter(standing ->
                        standing.component().code().equals(incident.watches().orElseThrow()))
                .findFirst()
                .map(Standing::words)
                .orElse("It is measured no more.");
        bulletins.update(tx, incident.id(), Stage.RESOLVED, "It is back. " + words);
    }
}
