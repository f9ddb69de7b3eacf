package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of commands have in common: an installation on a real database, and somebody who types.
abstract class TypedCommands {

    final ManualClock clock = new ManualClock();

    private final TestDatabase database = TestDatabase.create();
    private Shop shop;

    @BeforeEach
    void open(@TempDir Path folder) {
        shop = new Shop(clock, folder, database.address());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// From now on a setting has this value.
    void set(String variable, String value) {
        shop.with(variable, value);
    }

    Shop.Result run(String... line) {
        return shop.run(line);
    }

    /// Does something to the installation that the commands are about.
    <T> T planted(Function<Platform, T> work) {
        return shop.open(installation -> work.apply(installation.platform()));
    }

    /// The actions in the audit log, newest first, each with whom it concerns.
    String recorded() {
        return run("trail", "list", "--json").json().values().stream()
                .map(entry -> entry.get("action").asString() + " "
                        + entry.path("integration").asString("-"))
                .collect(Collectors.joining(", "));
    }
}
