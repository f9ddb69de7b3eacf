package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.Contents;
import dev.offramp.db.ManualClock;
import dev.offramp.db.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedCommandTest {

    @TempDir
    private Path data;

    private final ManualClock clock = new ManualClock();
    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void fillsTheSandboxWithDepositsThatAreCreditedLikeAnyOthers() {
        Shop shop = new Shop(clock, data, database.address());

        Shop.Result seeded = shop.run("seed", "--wallets", "30", "--deposits", "120", "--json");
        shop.run("seed", "--wallets", "1", "--deposits", "0");
        shop.sell("ada", 1);

        assertThat(seeded.code()).as(seeded.err()).isZero();
        assertThat(seeded.json().get("deposits").asInt()).isEqualTo(120);
        assertThat(count("deposit WHERE tx_hash LIKE 'seed-%'")).isEqualTo(120);
        assertThat(count("wallet")).isEqualTo(32);
        assertThat(count("deposit WHERE tx_hash LIKE 'seed-%' AND status = 'completed'"))
                .isGreaterThan(40);
        assertThat(count("deposit WHERE environment <> 'development'")).isZero();
        assertThat(shop.run("audit").out()).isEqualTo("the books are sound\n");
    }

    @Test
    void refusesWhatItCannotMake() {
        Shop shop = new Shop(clock, data, database.address());
        assertThat(shop.run("seed", "--wallets", "0").code()).isEqualTo(1);
        assertThat(shop.run("seed", "--integration", "Nobody").err())
                .isEqualTo("offramp: no integration is called Nobody\n");
        assertThat(shop.run("seed", "--env", "production").code()).isEqualTo(2);
    }

    private long count(String what) {
        return Long.parseLong(Contents.query(database.address(), "SELECT count(*) FROM " + what));
    }
}
