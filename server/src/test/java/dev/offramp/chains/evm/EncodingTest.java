package dev.offramp.chains.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Quantities, checksums, blooms and transfer logs.
class EncodingTest {

    private static final String TOKEN = FakeBlock.address(0x70);
    private static final String FROM = FakeBlock.word(FakeBlock.address(0xa));
    private static final String TO = FakeBlock.word(FakeBlock.address(0xb));
    private static final String UNITS = FakeBlock.word("0x5");

    @ParameterizedTest
    @CsvSource(textBlock = """
            0x0,   0
            0x1f,  31
            0xFf,  255
            0x100, 256
            """)
    void readsQuantities(String text, long number) {
        assertThat(Hex.quantity(text)).isEqualTo(BigInteger.valueOf(number));
        assertThat(Hex.number(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "10", "0x", "0x01", "0x-1", "0xg", " 0x1", "0X1", "0x1 "})
    void refusesWhatIsNoQuantity(String text) {
        assertThatThrownBy(() -> Hex.quantity(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesQuantitiesThatAreTooLarge() {
        assertThat(Hex.quantity("0x" + "f".repeat(64)))
                .isEqualTo(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
        assertThatThrownBy(() -> Hex.quantity("0x1" + "0".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Hex.number("0x7fffffffffffffff")).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> Hex.number("0x8000000000000000")).isInstanceOf(IllegalArgumentException.class);
    }

    /// The vectors of EIP-55.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0xde709f2102306220921060314715629080e2fb77"
            })
    void writesTheChecksum(String address) {
        assertThat(Checksum.canonical(address.toLowerCase(Locale.ROOT)).value()).isEqualTo(address);
        assertThat(Checksum.isPlausible(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed,  true
                    0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED,  true
                    0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD,  false
                    0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae,   false
                    5aaeb6053f3e94c9b9a09f33669435e7ef1beaed00,  false
                    """)
    void noticesAWrongChecksum(String address, boolean isPlausible) {
        assertThat(Checksum.isPlausible(address)).isEqualTo(isPlausible);
    }

    @Test
    void hashesAsEthereumDoes() {
        byte[] event = "Transfer(address,address,uint256)".getBytes(StandardCharsets.US_ASCII);

        assertThat(Hex.text(Keccak.hash(event))).isEqualTo(TokenMove.TOPIC);
    }

    /// The bloom of a receipt with one Transfer on a real node: three bits for the contract and for each topic.
    @Test
    void findsTheTopicInARealBloom() {
        byte[] bits = new byte[256];
        for (int bit : BITS_OF_A_REAL_BLOOM) {
            bits[255 - bit / 8] |= (byte) (1 << bit % 8);
        }

        assertThat(new Bloom(bits).mayHold(Hex.bytes(TokenMove.TOPIC))).isTrue();
        assertThat(new Bloom(bits).mayHold(Hex.bytes(FakeBlock.id(1)))).isFalse();
        assertThat(new Bloom(new byte[256]).mayHold(Hex.bytes(TokenMove.TOPIC))).isFalse();
    }

    private static final int[] BITS_OF_A_REAL_BLOOM = {120, 349, 453, 481, 486, 801, 1060, 1184, 1254, 1259, 1443, 1969
    };

    @Test
    void readsAnErc20Transfer() {
        assertThat(TokenMove.of(3, TOKEN, List.of(TokenMove.TOPIC, FROM, TO), UNITS))
                .contains(new TokenMove(
                        3,
                        Checksum.canonical(TOKEN),
                        Checksum.canonical(FakeBlock.address(0xa)),
                        Checksum.canonical(FakeBlock.address(0xb)),
                        BigInteger.valueOf(5)));
    }

    @Test
    void readsAMintAsATransferFromNobody() {
        assertThat(TokenMove.of(0, TOKEN, List.of(TokenMove.TOPIC, FakeBlock.id(0), TO), UNITS))
                .isPresent();
    }

    @Test
    void ignoresWhatMovesNoTokens() {
        List<String> topics = List.of(TokenMove.TOPIC, FROM, TO);
        String dirty = "0x1" + FROM.substring(3);

        assertThat(TokenMove.of(0, TOKEN, List.of(TokenMove.TOPIC, FROM, TO, FakeBlock.id(1)), "0x"))
                .as("an NFT")
                .isEmpty();
        assertThat(TokenMove.of(0, TOKEN, List.of(TokenMove.TOPIC, FROM, TO, FakeBlock.id(1)), UNITS))
                .as("four topics and data")
                .isEmpty();
        assertThat(TokenMove.of(0, TOKEN, List.of(TokenMove.TOPIC), FROM + TO.substring(2) + UNITS.substring(2)))
                .as("nothing indexed")
                .isEmpty();
        assertThat(TokenMove.of(0, TOKEN, List.of(FakeBlock.id(1), FROM, TO), UNITS))
                .as("another event")
                .isEmpty();
        assertThat(TokenMove.of(0, TOKEN, List.of(), UNITS)).as("no topics").isEmpty();
        assertThat(TokenMove.of(0, TOKEN, topics, "0x")).as("no data").isEmpty();
        assertThat(TokenMove.of(0, TOKEN, topics, UNITS + "00"))
                .as("too much data")
                .isEmpty();
        assertThat(TokenMove.of(0, TOKEN, topics, FakeBlock.id(0))).as("zero").isEmpty();
        assertThat(TokenMove.of(0, TOKEN, List.of(TokenMove.TOPIC, FROM, FROM), UNITS))
                .as("to its sender")
                .isEmpty();
        assertThat(TokenMove.of(0, TOKEN, List.of(TokenMove.TOPIC, dirty, TO), UNITS))
                .as("more than an address")
                .isEmpty();
    }
}
