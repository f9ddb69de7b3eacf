package dev.offramp.commands;

import dev.offramp.app.Installation;
import dev.offramp.app.Logging;
import dev.offramp.app.Logging.Threshold;
import dev.offramp.app.Platform;
import dev.offramp.app.Settings;
import dev.offramp.app.Surroundings;
import dev.offramp.backups.Backups;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import dev.offramp.wire.Json;
import java.time.Instant;
import java.util.function.Function;

/// Where commands are served: opens the installation for the time of one command and prints its answer.
///
/// @param openedAt when the program began
record Desk(Surroundings around, Instant openedAt) {

    Settings settings() {
        return Settings.read(around.environment());
    }

    /// The settings, for a command that opens no installation; its log is quiet from here on.
    Settings quietSettings() {
        Settings settings = settings();
        quiet(settings);
        return settings;
    }

    Backups backups() {
        return Backups.create(Main.Version.number(), around.clock(), around.secureRandom(), new ProgressLine(around));
    }

    /// Does `work` and prints what it answers: a record, or a list of records.
    ///
    /// @return the exit code
    int answer(boolean json, Function<Platform, ?> work) {
        return print(json, open(installation -> work.apply(installation.platform())));
    }

    /// Opens the installation for the time of `work`.
    <T> T open(Function<Installation, T> work) {
        Settings settings = quietSettings();
        try (Installation installation = Installation.join(settings, around)) {
            return work.apply(installation);
        }
    }

    int print(boolean json, Object answer) {
        around.out().println(json ? Json.text(answer) : PlainText.of(answer));
        return 0;
    }

    /// An entry for the audit log, by whoever typed the command.
    NewEntry entry(Action action, Subject.Kind kind, Object id) {
        return NewEntry.of(new Actor.CommandLine(around.user()), action, new Subject(kind, id.toString()));
    }

    /// Records what a room has just changed in a transaction of its own: should the program be killed in between, there
    /// is no entry. Where a room changes things in a transaction that is handed to it, the entry goes into that.
    void record(Platform platform, NewEntry entry) {
        platform.db().run(tx -> platform.trail().record(tx, entry));
    }

    /// A command's log is of interest only when something is wrong.
    private static void quiet(Settings settings) {
        boolean wanted = settings.logLevel() == Threshold.DEBUG;
        Logging.set(settings.log(), wanted ? Threshold.DEBUG : Threshold.WARN);
    }
}
