package dev.offramp.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The law of the rooms, kept by the program and broken by the planted classes.
class RoomsTest {

    private static final List<Compiled> PROGRAM = Compiled.allBelow(Path.of("target/classes"), "dev.offramp");
    private static final List<Compiled> PLANTED =
            Compiled.allBelow(Path.of("target/test-classes"), "dev.offramp.law.planted");

    private static final String PLANTED_SOURCES = "server/src/test/java/dev/offramp/law/planted";

    @Test
    void hasATableWhoseArrowsAllPointDownOrSideways() {
        Set<String> above = new HashSet<>();
        for (RoomTable.Room room : RoomTable.rooms()) {
            assertThat(room.mayUse()).allMatch(RoomTable::has, "names a room of the table");
            assertThat(room.mayUse())
                    .as(room.name())
                    .allMatch(used -> RoomTable.room(used).level() <= room.level())
                    .allMatch(used -> !RoomTable.allows(used, room.name()));
            above.add(room.name());
        }
        assertThat(above).contains("money", "app");
    }

    @Test
    void keepsAdaptersOutOfEverybodysSightButTheProgramsOwn() {
        for (RoomTable.Room room : RoomTable.rooms()) {
            if (room.level() < RoomTable.room("app").level()) {
                assertThat(room.mayUse()).as(room.name()).noneMatch(used -> used.contains("."));
            }
        }
    }

    @Test
    void putsEveryClassInARoom() {
        law(
                RoomRules::homeless,
                "kitchen.Sink is in no room of the table",
                "deposits.deep.Nested is in no room of the table",
                "Lobby is in no room of the table");
    }

    @Test
    void hasNoArrowThatIsNotInTheTable() {
        law(
                RoomRules::undeclaredArrows,
                "db.Left uses jobs",
                "money.Upward uses ledger",
                "deposits.NamesAnAdapter uses chains.evm",
                "http.wallets.NamesAnAdapter uses payouts.simulated",
                "webhooks.Annotated uses deposits",
                "webhooks.Generic uses deposits");
    }

    @Test
    void importsNothingThatIsNotInTheTable() {
        Path root = Path.of("..");
        List<Source> program = Source.allBelow(root, "server/src/main/java");
        List<Source> planted = Source.allBelow(root, PLANTED_SOURCES);

        assertThat(RoomRules.undeclaredImports(program, "dev.offramp")).isEmpty();
        assertThat(RoomRules.undeclaredImports(planted, "dev.offramp.law.planted"))
                .contains(PLANTED_SOURCES + "/money/Copied.java imports ledger")
                .contains(PLANTED_SOURCES + "/http/wallets/NamesAnAdapter.java imports payouts.simulated");
    }

    @Test
    void hasNoWayFromARoomBackToItself() {
        law(RoomRules::cycles, "db leads back to itself", "jobs leads back to itself");
    }

    @Test
    void hasNoFloatingPoint() {
        law(
                RoomRules::floatingPoint,
                "money.DoubleField uses floating point",
                "money.FloatParameter uses floating point",
                "money.DoubleResult uses floating point",
                "money.DoubleArray uses floating point",
                "money.BoxedDouble uses floating point",
                "money.DoubleLocal uses floating point",
                "money.DoubleInBetween uses floating point");
    }

    @Test
    void letsNoRoomOfFloatingPointKnowMoney() {
        for (String room : RoomRules.FLOATING) {
            assertThat(RoomTable.room(room).mayUse())
                    .as(room)
                    .doesNotContain("money", "ledger", "rates", "conversions");
        }
    }

    @Test
    void mistakesNothingElseForFloatingPoint() {
        assertThat(RoomRules.floatingPoint(PLANTED)).noneMatch(line -> line.contains("Integers"));
    }

    @Test
    void keepsSqlInStores() {
        law(
                RoomRules::sqlOutsideStores,
                "payouts.Spoken holds SQL: SELECT id FROM payout WHERE id",
                "payouts.Spoken holds SQL: UPDATE payout SET status = 'x'",
                "payouts.Spoken holds SQL: WITH due AS (SELECT 1) SELECT",
                "payouts.Spoken sends SQL");
        assertThat(RoomRules.sqlOutsideStores(PLANTED))
                .noneMatch(line -> line.contains("SpokenStore") || line.contains("Prose"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.Clock.systemUTC",
                "java.time.InstantSource.system",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.util.Random.<init>",
                "java.security.SecureRandom.<init>",
                "java.util.concurrent.ThreadLocalRandom.current",
                "java.util.random.RandomGenerator.getDefault",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID"
            })
    void readsNoClockAndNoChance(String call) {
        law(RoomRules::clocksAndChance, "rates.Restless calls " + call);
    }

    @Test
    void letsTheProgramItselfReadTheClock() {
        assertThat(RoomRules.clocksAndChance(PLANTED)).noneMatch(line -> line.startsWith("app."));
    }

    /// The program keeps the rule; the planted classes break it in all these ways, so the rule can see.
    private static void law(Function<List<Compiled>, List<String>> rule, String... planted) {
        assertThat(rule.apply(PROGRAM)).isEmpty();
        assertThat(rule.apply(PLANTED)).contains(planted);
    }
}
