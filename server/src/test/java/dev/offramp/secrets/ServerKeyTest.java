package dev.offramp.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerKeyTest {

    private static final byte[] PLAIN = "a secret".getBytes(StandardCharsets.US_ASCII);

    private final ServerKey key = key(1);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = key.seal(Purpose.WEBHOOK_SECRET, PLAIN, new Random(1));

        assertThat(key.open(Purpose.WEBHOOK_SECRET, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void opensNothingOfAnotherKeyOrPurposeNorWhatWasChanged() {
        byte[] sealed = key.seal(Purpose.WEBHOOK_SECRET, PLAIN, new Random(1));
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> key(2).open(Purpose.WEBHOOK_SECRET, sealed));
        assertThatIllegalStateException().isThrownBy(() -> key.open(Purpose.SANDBOX_SEED, sealed));
        assertThatIllegalStateException().isThrownBy(() -> key.open(Purpose.WEBHOOK_SECRET, changed));
        assertThatIllegalStateException().isThrownBy(() -> key.open(Purpose.WEBHOOK_SECRET, new byte[5]));
    }

    @Test
    void hashesForOnePurposeMeanNothingForAnother() {
        byte[] hash = key.hash(Purpose.PIN, "1234");

        assertThat(key.matches(Purpose.PIN, "1234", hash)).isTrue();
        assertThat(key.matches(Purpose.PIN, "1235", hash)).isFalse();
        assertThat(key.matches(Purpose.API_SECRET, "1234", hash)).isFalse();
    }

    private static ServerKey key(long seed) {
        byte[] bytes = new byte[ServerKey.BYTES];
        new Random(seed).nextBytes(bytes);
        return new ServerKey(bytes);
    }
}
