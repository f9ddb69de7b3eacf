package dev.offramp.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private TestDatabase test;
    private Fingerprints fingerprints;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        fingerprints = Fingerprints.create(test.database());
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void remembersTheFirstOfAName() {
        assertThat(fingerprints.of("server")).isEmpty();

        assertThat(fingerprints.claim("server", "a")).isTrue();
        assertThat(fingerprints.claim("server", "a")).isTrue();
        assertThat(fingerprints.claim("server", "b")).isFalse();

        assertThat(fingerprints.of("server")).contains("a");
    }

    @Test
    void refusesOneKeyInTwoRoles() {
        fingerprints.claim("seed.development", "a");

        assertThat(fingerprints.claim("seed.production", "a")).isFalse();
        assertThat(fingerprints.of("seed.production")).isEmpty();
    }
}
