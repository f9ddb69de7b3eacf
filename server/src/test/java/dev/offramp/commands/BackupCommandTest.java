package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.commands.Shop.Result;
import dev.offramp.db.Contents;
import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.Migrations;
import dev.offramp.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Backups and the way back, as typed, on real databases.
class BackupCommandTest {

    private static final int LOOKS = 300;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final String TRAIL = "SELECT string_agg(encode(hash, 'hex'), ' ' ORDER BY number) FROM trail_entry";

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private final TestDatabase source = TestDatabase.create();
    private final TestDatabase target = TestDatabase.empty();
    private Path home;
    private Path file;
    private Shop shop;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        file = folder.resolve("shop.backup");
        shop = new Shop(clock, home, source.address());
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    /// Another data folder, with the keys of the first one.
    private Path away(String name) throws IOException {
        Path away = folder.resolve(name);
        Path keys = Files.createDirectories(away.resolve("keys"));
        for (Path key : keys()) {
            Files.copy(key, keys.resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return away;
    }

    private List<Path> keys() throws IOException {
        try (Stream<Path> keys = Files.list(home.resolve("keys"))) {
            return keys.toList();
        }
    }

    private Shop copy(String name) throws IOException {
        return new Shop(clock, away(name), target.address());
    }

    private Path key() throws IOException {
        return Files.writeString(folder.resolve("key"), "ab".repeat(32));
    }

    private void back(String... more) {
        Result made = shop.run(Stream.concat(Stream.of("backup", file.toString()), Stream.of(more))
                .toArray(String[]::new));
        assertThat(made.code()).as(made.err()).isZero();
    }

    @Test
    void bringsEveryRowToAnotherDatabase() throws IOException {
        shop.sell("ada", 5);
        JsonNode made = shop.run("backup", file.toString(), "--json").json();
        assertThat(made.get("keys")).isEmpty();
        assertThat(made.get("notInIt").asString()).contains("without", "--with-keys");
        assertThat(made.get("rows").asInt()).isGreaterThan(100);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Shop copy = copy("copy");
        Result restored = copy.run("restore", file.toString(), "--json");

        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.json().get("isSound").asBoolean()).isTrue();
        assertSame(target, source);
        assertThat(copy.run("books").out()).isEqualTo(shop.run("books").out());
        assertThat(copy.run("audit").out()).isEqualTo("the books are sound\n");
        assertThat(Contents.query(target.address(), "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'offramp%'"))
                .isEqualTo("0");
    }

    /// But for the end of the audit log, which says that it was restored.
    private void assertSame(TestDatabase restored, TestDatabase original) {
        Map<String, String> here = Contents.of(restored.address());
        Map<String, String> there = Contents.of(original.address());
        Stream.of(here, there).forEach(contents -> contents.keySet().removeAll(Set.of("trail_entry", "trail_head")));
        assertThat(here).isEqualTo(there);
        String hashes = Contents.query(restored.address(), TRAIL);
        assertThat(hashes.substring(0, hashes.lastIndexOf(' '))).isEqualTo(Contents.query(original.address(), TRAIL));
        assertThat(Contents.query(
                        restored.address(),
                        "SELECT action || ' ' || after FROM trail_entry ORDER BY number DESC LIMIT 1"))
                .startsWith("installation.restored {\"moment\"");
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        shop.sell("ada", 3);
        back();
        Shop copy = copy("copy");
        assertThat(copy.run("restore", file.toString()).code()).isZero();

        copy.sell("ben", 4);

        assertThat(copy.run("audit").out()).isEqualTo("the books are sound\n");
        assertThat(Contents.query(
                        target.address(),
                        "SELECT string_agg(tx_hash || ' ' || status, ', ' ORDER BY tx_hash) FROM deposit"
                                + " WHERE status <> 'completed'"))
                .isNull();
        assertThat(Contents.query(target.address(), "SELECT count(*) FROM deposit"))
                .isEqualTo("7");
    }

    @Test
    void countsListsAnewOnTheOtherServer() throws IOException {
        shop.sell("ada", 6);
        back();
        Shop copy = copy("copy");
        assertThat(copy.run("restore", file.toString()).code()).isZero();
        assertThat(Contents.query(target.address(), "SELECT max(inserted_in::text::bigint) FROM deposit"))
                .isEqualTo("0");

        copy.sell("ben", 1);

        // What is open in another database of the server, as another test's transaction may be, holds up the counting.
        for (int more = 0; !counted().equals("7") && more < LOOKS; more++) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            copy.work();
        }
        assertThat(counted()).isEqualTo("7");
    }

    private String counted() {
        return Contents.query(target.address(), "SELECT total FROM list_total WHERE list = 'deposit'");
    }

    @Test
    void isOfOneMomentHoweverMuchIsWritten() throws Exception {
        shop.sell("first", 2);
        AtomicBoolean isEnough = new AtomicBoolean();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
            for (int i = 0; !isEnough.get(); i++) {
                shop.sell("busy " + i, 10);
            }
        });
        Path[] files = new Path[3];
        long deposits = 0;
        for (int i = 0; i < files.length; i++) {
            files[i] = folder.resolve("busy-" + i);
            assertThat(shop.run("backup", files[i].toString()).code()).isZero();
        }
        isEnough.set(true);
        load.join();

        for (int i = 0; i < files.length; i++) {
            try (TestDatabase into = TestDatabase.empty()) {
                Shop copy = new Shop(clock, away("copy-" + i), into.address());
                Result restored = copy.run("restore", files[i].toString(), "--json");
                assertThat(restored.code()).as(restored.err() + restored.out()).isZero();
                assertThat(copy.run("audit").out()).isEqualTo("the books are sound\n");
                long here = Long.parseLong(Contents.query(into.address(), "SELECT count(*) FROM deposit"));
                assertThat(here).isGreaterThanOrEqualTo(deposits);
                deposits = here;
            }
        }
    }

    @Test
    void bringsItsKeysAlongWhereWanted() {
        shop.sell("ada", 2);
        back("--with-keys");
        Path fresh = folder.resolve("fresh");
        Shop copy = new Shop(clock, fresh, target.address());

        Result restored = copy.run("restore", file.toString(), "--json");

        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.json().get("keysMade").toString()).isEqualTo("[\"sandbox.seed\",\"server.key\"]");
        assertThat(fresh.resolve("keys/server.key")).hasSameBinaryContentAs(home.resolve("keys/server.key"));
        assertThat(copy.run("books").out()).isEqualTo(shop.run("books").out());
    }

    @Test
    void restoresIntoAFreshEmbeddedDatabase() {
        shop.sell("ada", 2);
        back("--with-keys");
        Shop copy = new Shop(clock, folder.resolve("fresh"));

        assertThat(copy.run("restore", file.toString()).code()).isZero();

        assertThat(copy.run("audit").out()).isEqualTo("the books are sound\n");
        assertThat(copy.run("books").out()).isEqualTo(shop.run("books").out());
        assertThat(copy.run("restore", file.toString()).err())
                .isEqualTo("offramp: the database is not empty: a restore goes into an empty one\n");
    }

    @Test
    void bringsABackupOfAnOlderVersionUpToDate() throws IOException {
        shop.run("books");
        String fingerprint = "SELECT fingerprint FROM key_fingerprint WHERE name = 'server'";
        try (TestDatabase older = TestDatabase.empty()) {
            Database.prepare(older.address(), 2, 201).close();
            Contents.execute(
                    older.address(),
                    "INSERT INTO key_fingerprint (name, fingerprint) VALUES ('server', '"
                            + Contents.query(source.address(), fingerprint) + "')");
            Shop old = new Shop(clock, home, older.address());
            JsonNode made = old.run("backup", file.toString(), "--json").json();
            assertThat(made.get("schema").asInt()).isEqualTo(201);
        }

        Result restored = copy("copy").run("restore", file.toString());

        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(target.database().schemaVersion())
                .contains(Migrations.known().getLast());
        assertThat(Contents.query(target.address(), fingerprint))
                .isEqualTo(Contents.query(source.address(), fingerprint));
    }

    @Test
    void makesNoDataFolderToBackUp() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(new Shop(clock, nowhere).run("backup", file.toString()).err())
                .isEqualTo("offramp: the database holds nothing of this program yet\n");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void refusesADatabaseThatIsNotEmpty() throws IOException {
        shop.sell("ada", 1);
        back();
        Contents.execute(target.address(), "CREATE TABLE somebody_elses (id int)");

        Result refused = copy("copy").run("restore", file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("is not empty");
        assertThat(Contents.of(target.address())).containsOnlyKeys("somebody_elses");
    }

    @Test
    void refusesAFileThatWasAlteredAndTouchesNothing() throws IOException {
        shop.sell("ada", 3);
        back("--key-file", key().toString());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        Shop copy = copy("copy");
        for (int i = 0; i < 6; i++) {
            byte[] changed = whole.clone();
            changed[60 + random.nextInt(whole.length - 60)] ^= (byte) (1 << random.nextInt(8));
            assertRefused(copy, changed, "was altered or cut off");
        }
        for (int i = 1; i <= 6; i++) {
            assertRefused(copy, Arrays.copyOf(whole, 60 + (whole.length - 61) * i / 6), "was altered or cut off");
        }
        assertRefused(copy, "PGDMP is another program's".getBytes(), "is no backup of this program");
        assertRefused(copy, new byte[0], "is no backup of this program");
        assertThat(Contents.isNothing(target.address())).isTrue();
    }

    private void assertRefused(Shop copy, byte[] content, String why) throws IOException {
        Path other = folder.resolve("other.backup");
        Files.write(other, content);
        Result refused = copy.run("restore", other.toString(), "--key-file", key().toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains(why);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void refusesAnotherPassphraseAndTellsNone() throws IOException {
        shop.sell("ada", 1);
        back();
        Shop copy = copy("copy").with(SecretChoice.VARIABLE, "another passphrase");

        Result refused = copy.run("restore", file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("the passphrase or key is another one")
                .doesNotContain("another passphrase", Shop.PASSPHRASE);
        Path key = Files.writeString(folder.resolve("key"), "ab".repeat(32));
        assertThat(copy.run("restore", file.toString(), "--key-file", key.toString())
                        .err())
                .contains("was sealed under a passphrase: bring that along");
        assertThat(Contents.isNothing(target.address())).isTrue();
    }

    @Test
    void needsASecretThatIsNoArgument() {
        shop.with(SecretChoice.VARIABLE, "");
        assertThat(shop.run("backup", file.toString()).err())
                .isEqualTo("offramp: a backup needs --passphrase-file, --key-file or OFFRAMP_BACKUP_PASSPHRASE\n");
        shop.with(SecretChoice.VARIABLE, "short");
        assertThat(shop.run("backup", file.toString()).err()).contains("has less than 12 characters");
        assertThat(shop.run("backup", file.toString(), "--key-file", "a", "--passphrase-file", "b")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void refusesToRestoreWithoutTheServerKeyOrWithAnother() throws IOException {
        shop.sell("ada", 1);
        back();
        Path keyless = folder.resolve("keyless");

        Shop copy = new Shop(clock, keyless, target.address());

        assertThat(copy.run("restore", file.toString()).err())
                .contains("the server key this backup belongs to is missing: put it into " + keyless);
        assertThat(Contents.isNothing(target.address())).isTrue();
        try (TestDatabase another = TestDatabase.create()) {
            new Shop(clock, keyless, another.address()).run("books");
        }
        assertThat(copy.run("restore", file.toString()).err()).contains("is another one than this backup needs");
        assertThat(Contents.isNothing(target.address())).isTrue();
    }

    @Test
    void leavesNothingBehindWhereASeedIsMissing() throws IOException {
        shop.sell("ada", 1);
        back();
        Path away = away("copy");
        Files.delete(away.resolve("keys/sandbox.seed"));

        Result refused = new Shop(clock, away, target.address()).run("restore", file.toString());

        assertThat(refused.err()).contains("the seed this database was made with is missing");
        assertThat(Contents.isNothing(target.address())).isTrue();
    }

    @Test
    void leavesUnsoundBooksAloneUnlessTold() throws IOException {
        shop.sell("ada", 2);
        Contents.execute(source.address(), "UPDATE guarded_balance SET posted = posted + 1");
        back("--with-keys");
        Path fresh = folder.resolve("fresh");
        Shop copy = new Shop(clock, fresh, target.address());

        Result refused = copy.run("restore", file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("the restored books are not sound, so nothing was restored");
        assertThat(Contents.isNothing(target.address())).isTrue();
        assertThat(fresh.resolve("keys/server.key")).doesNotExist();
        Result told = copy.run("restore", file.toString(), "--despite-faults", "--json");
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.json().get("faults")).isNotEmpty();
        assertSame(target, source);
    }

    @Test
    void takesUpAfterARestoreThatWasKilled() throws IOException {
        shop.sell("ada", 1);
        back();
        Contents.execute(
                target.address(), "CREATE SCHEMA offramp_restore; CREATE TABLE offramp_restore.deposit (id int)");

        assertThat(copy("copy").run("restore", file.toString()).code()).isZero();
        assertSame(target, source);
    }

    @Test
    void overwritesNothingAndLeavesNoHalfFile() throws IOException {
        shop.sell("ada", 1);
        back();
        byte[] before = Files.readAllBytes(file);
        assertThat(shop.run("backup", file.toString()).err()).contains("exists already");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(shop.run("backup", folder.resolve("nowhere/b").toString()).code())
                .isEqualTo(1);
        try (TestDatabase nothing = TestDatabase.empty()) {
            Result refused = new Shop(clock, home, nothing.address())
                    .run("backup", folder.resolve("nothing").toString());
            assertThat(refused.err()).contains("holds nothing of this program yet");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsOnly("home", "shop.backup");
        }
    }

    @Test
    void refusesABackupOfANewerProgram() throws IOException {
        shop.sell("ada", 1);
        Contents.execute(
                source.address(),
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', now(), 1,"
                        + " true");
        assertThat(shop.run("backup", file.toString()).err())
                .contains("the database is of a newer version of the program (its schema is at 999)");
        assertThat(file).doesNotExist();
    }
}
