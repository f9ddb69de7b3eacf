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
import org.junit.jupiter.params.provider.ValueSource;

/// What a server key does with what lies in rows.
class RowSealTest {

    private static final byte[] PLAIN = "0123456789\nADA OBI".getBytes(StandardCharsets.UTF_8);
    private static final String ROW = "66f0a1b2c3d4e5f607182930";

    private final ServerKey key = process(1);

    /// A process that has the server key and has drawn bytes of its own.
    private static ServerKey process(int drawn) {
        return new ServerKey(new byte[ServerKey.BYTES], new Random(drawn));
    }

    @Test
    void opensWhatItSealedAndWhatAnotherProcessSealed() {
        byte[] sealed = key.sealRow(Purpose.ACCOUNT, ROW, PLAIN);

        assertThat(key.openRow(Purpose.ACCOUNT, ROW, sealed)).isEqualTo(PLAIN);
        assertThat(process(2).openRow(Purpose.ACCOUNT, ROW, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void opensNothingOfAnotherRowPurposeOrServerKey() {
        byte[] sealed = key.sealRow(Purpose.ACCOUNT, ROW, PLAIN);
        byte[] otherBytes = new byte[ServerKey.BYTES];
        otherBytes[0] = 1;

        assertRefused(key, Purpose.ACCOUNT, "66f0a1b2c3d4e5f607182931", sealed);
        assertRefused(key, Purpose.FACT, ROW, sealed);
        assertRefused(new ServerKey(otherBytes, new Random(1)), Purpose.ACCOUNT, ROW, sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 23, 24, -1})
    void opensNothingThatWasChanged(int position) {
        byte[] sealed = key.sealRow(Purpose.ACCOUNT, ROW, PLAIN);
        sealed[Math.floorMod(position, sealed.length)] ^= 1;

        assertRefused(key, Purpose.ACCOUNT, ROW, sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 39})
    void opensNothingThatWasCutShort(int length) {
        byte[] sealed = Arrays.copyOf(key.sealRow(Purpose.ACCOUNT, ROW, PLAIN), length);

        assertRefused(key, Purpose.ACCOUNT, ROW, sealed);
    }

    /// The bytes a process has drawn and its count are in front; with the key they belong to, they must never come
    /// twice.
    @Test
    void takesAnotherNonceEachTimeAndAnotherKeyInEachProcess() {
        Set<String> heads = new HashSet<>();
        for (int process = 1; process <= 3; process++) {
            ServerKey its = process(process);
            for (int i = 0; i < 100; i++) {
                heads.add(HexFormat.of().formatHex(its.sealRow(Purpose.FACT, ROW, PLAIN), 0, 24));
            }
        }

        assertThat(heads).hasSize(300);
    }

    private static void assertRefused(ServerKey key, Purpose purpose, String row, byte[] sealed) {
        assertThatThrownBy(() -> key.openRow(purpose, row, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sealed under another server key, or damaged");
    }
}
