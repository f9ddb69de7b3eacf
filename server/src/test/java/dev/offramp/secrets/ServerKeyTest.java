package dev.offramp.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerKeyTest {

    private static final byte[] PLAIN = "word word word".getBytes(StandardCharsets.UTF_8);

    private final ServerKey key = new ServerKey(bytes(1), new Random(1));
    private final ServerKey other = new ServerKey(bytes(2), new Random(1));
    private final Random random = new Random(3);

    @Test
    void matchesTheSecretItHashed() {
        byte[] hash = key.hash(Purpose.PIN, "1234");

        assertThat(key.matches(Purpose.PIN, "1234", hash)).isTrue();
        assertThat(key.matches(Purpose.PIN, "1235", hash)).isFalse();
        assertThat(key.matches(Purpose.API_SECRET, "1234", hash)).isFalse();
        assertThat(other.matches(Purpose.PIN, "1234", hash)).isFalse();
    }

    @Test
    void hashesEachPurposeByAKeyOfItsOwn() {
        Set<String> hashes = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            hashes.add(HexFormat.of().formatHex(key.hash(purpose, "same")));
        }

        assertThat(hashes).hasSameSizeAs(Purpose.values());
    }

    /// HMAC-SHA-256(HMAC-SHA-256(key, "pin"), "1234") as other programs compute it: stored hashes must stay valid.
    @Test
    void keepsTheHashesThatAreStored() {
        assertThat(HexFormat.of().formatHex(new ServerKey(new byte[32], new Random(1)).hash(Purpose.PIN, "1234")))
                .isEqualTo("a088f9b322970f07e8d596f88858a1279d479f29fe850971880cd80f9ce40894");
        assertThat(new ServerKey(new byte[32], new Random(1)).fingerprint())
                .isEqualTo("2c3767eca98640cc3a0b3c70eb02f1b46b2e465c5d5960db85d7bd254dba9173");
    }

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealed(Purpose purpose) {
        assertThat(key.open(purpose, key.seal(purpose, PLAIN, random))).isEqualTo(PLAIN);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(key.seal(Purpose.SANDBOX_SEED, PLAIN, random))
                .isNotEqualTo(key.seal(Purpose.SANDBOX_SEED, PLAIN, random));
    }

    @Test
    void opensNothingOfAnotherKeyOrPurpose() {
        byte[] sealed = key.seal(Purpose.SANDBOX_SEED, PLAIN, random);

        assertRefused(other, Purpose.SANDBOX_SEED, sealed);
        assertRefused(key, Purpose.WEBHOOK_SECRET, sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 12, 20, -1})
    void opensNothingThatWasChanged(int position) {
        byte[] sealed = key.seal(Purpose.SANDBOX_SEED, PLAIN, random);
        sealed[Math.floorMod(position, sealed.length)] ^= 1;

        assertRefused(key, Purpose.SANDBOX_SEED, sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 20})
    void opensNothingThatWasCutShort(int length) {
        byte[] sealed = Arrays.copyOf(key.seal(Purpose.SANDBOX_SEED, PLAIN, random), length);

        assertRefused(key, Purpose.SANDBOX_SEED, sealed);
    }

    @Test
    void isRecognisedByItsFingerprint() {
        assertThat(key.fingerprint())
                .isEqualTo(new ServerKey(bytes(1), new Random(1)).fingerprint())
                .isNotEqualTo(other.fingerprint());
    }

    @Test
    void showsNothingOfItself() {
        assertThat(key.toString()).isEqualTo("ServerKey");
        assertThat(key.fingerprint()).isNotEqualTo(HexFormat.of().formatHex(bytes(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void hasThirtyTwoBytes(int length) {
        assertThatThrownBy(() -> new ServerKey(new byte[length], new Random(1)))
                .hasMessage("a server key has 32 bytes");
    }

    private static void assertRefused(ServerKey key, Purpose purpose, byte[] sealed) {
        assertThatThrownBy(() -> key.open(purpose, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sealed under another server key, or damaged");
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[ServerKey.BYTES];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
