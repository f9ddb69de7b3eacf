package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import dev.offramp.db.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server whose customers go on paying is backed up, and its backups come to life elsewhere.
class BackupTest {

    private static final String ASSET = "SOL_USDC_JKVK";
    private static final String PASSPHRASE = "a passphrase of an acceptance test";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int QUIET_DEPOSITS = 10;

    @TempDir
    private Path folder;

    @Test
    void comesToLifeInAnotherFolderAndInAnotherPostgres() {
        try (Program here = program("here").start()) {
            String address = here.sandbox()
                    .generate(
                            ASSET, "ada", ",\"bankId\":\"25\",\"accountNumber\":\"0123456789\",\"autoSettlement\":true")
                    .get("address")
                    .asString();
            String busy = folder.resolve("busy.backup").toString();
            int taken = pay(here, address, () -> here.command("backup", busy, "--with-keys"));
            livesInAnotherFolder(here, busy);
            awaitSettled(here.sandbox(), taken);
            livesInAnotherPostgres(here);
        }
    }

    private Program program(String name) {
        return Program.on(folder.resolve(name)).with("OFFRAMP_BACKUP_PASSPHRASE", PASSPHRASE);
    }

    /// Deposits go on while `work` is done.
    ///
    /// @return how many there were in the end
    private static int pay(Program program, String address, Runnable work) {
        AtomicBoolean isEnough = new AtomicBoolean();
        AtomicInteger count = new AtomicInteger();
        CompletableFuture<Void> customers = CompletableFuture.runAsync(() -> {
            while (!isEnough.get() || count.get() < QUIET_DEPOSITS) {
                program.sandbox().mock(address, ASSET, "59", "59", "busy-" + count.getAndIncrement());
            }
        });
        while (count.get() < QUIET_DEPOSITS) {
            Thread.onSpinWait();
        }
        work.run();
        isEnough.set(true);
        customers.join();
        return count.get();
    }

    private void livesInAnotherFolder(Program here, String backup) {
        try (Program there = program("there")) {
            JsonNode restored = there.jsonCommand("restore", backup, "--json");
            assertThat(restored.get("isSound").asBoolean()).isTrue();
            there.start();
            JsonNode login = here.credentials();
            Breet client = new Breet(
                    there.baseUrl(),
                    login.get("appId").asString(),
                    login.get("appSecret").asString(),
                    "development");
            awaitSettled(client, (int) total(client));
            assertThat(total(client)).isGreaterThan(0);
            assertThat(there.command("audit")).contains("the books are sound");
        }
    }

    private void livesInAnotherPostgres(Program here) {
        String backup = folder.resolve("quiet.backup").toString();
        here.command("backup", backup, "--with-keys");
        try (TestDatabase database = TestDatabase.empty();
                Program there = program("elsewhere")
                        .with("OFFRAMP_DATABASE_URL", database.address().jdbcUrl())) {
            there.command("restore", backup);
            assertThat(there.jsonCommand("books", "--json")).isEqualTo(here.jsonCommand("books", "--json"));
            there.start();
            assertThat(there.command("audit")).contains("the books are sound");
            assertThat(there.command("check")).contains("up to date");
        }
    }

    private static void awaitSettled(Breet breet, int deposits) {
        breet.await(
                "/payments/withdrawals?size=1&filter=status:completed", PATIENCE, _ -> completed(breet) >= deposits);
    }

    private static long completed(Breet breet) {
        return count(breet, "/payments/withdrawals?size=1&filter=status:completed");
    }

    private static long total(Breet breet) {
        return count(breet, "/trades/transactions?size=1");
    }

    /// A server that has just started may be too busy for its first requests.
    private static long count(Breet breet, String path) {
        breet.await(path, PATIENCE, _ -> true);
        return breet.get(path).body().path("meta").path("totalDocs").asLong(-1);
    }
}
