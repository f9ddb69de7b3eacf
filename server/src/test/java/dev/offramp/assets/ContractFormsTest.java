package dev.offramp.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ManualClock;
import dev.offramp.tenancy.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Base58;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A mistyped contract would make every deposit of its token unknown; each form carries a checksum, or has at least a
/// length, that shows it.
class ContractFormsTest {

    static Stream<Asset> tokens() {
        return Assets.create(new ManualClock(), "", List.of()).list(Environment.PRODUCTION).stream()
                .filter(asset -> !asset.isNativeCoin());
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void hasTheFormOfItsNetwork(Asset token) {
        String contract = token.contract().orElseThrow();

        assertThat(isOf(token.network().family(), contract)).as(contract).isTrue();
    }

    private static boolean isOf(AddressFamily family, String contract) {
        return switch (family) {
            case EVM -> isEip55(contract);
            case TRON -> Base58.decodeChecked(contract)[0] == 0x41;
            case SOLANA -> Base58.decode(contract).length == 32;
            case TON -> isTonAddress(contract);
            case BITCOIN, LITECOIN, DOGECOIN, BITCOIN_CASH -> false;
        };
    }

    /// EIP-55: a digit is upper case where the Keccak hash of the lower-case address has 8 or more.
    private static boolean isEip55(String contract) {
        String lower = contract.substring(2).toLowerCase();
        KeccakDigest keccak = new KeccakDigest(256);
        keccak.update(lower.getBytes(StandardCharsets.US_ASCII), 0, lower.length());
        byte[] hash = new byte[32];
        keccak.doFinal(hash, 0);
        String bits = HexFormat.of().formatHex(hash);
        StringBuilder checksummed = new StringBuilder("0x");
        for (int i = 0; i < lower.length(); i++) {
            boolean upper = Character.digit(bits.charAt(i), 16) >= 8;
            checksummed.append(upper ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i));
        }
        return contract.equals(checksummed.toString());
    }

    /// Flag byte, workchain, 32 bytes of hash, and CRC-16/XMODEM of all before.
    private static boolean isTonAddress(String contract) {
        byte[] bytes = Base64.getUrlDecoder().decode(contract);
        int crc = 0;
        for (byte one : Arrays.copyOf(bytes, 34)) {
            crc ^= (one & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
        }
        int stated = (bytes[34] & 0xff) << 8 | bytes[35] & 0xff;
        return bytes.length == 36 && (crc & 0xffff) == stated;
    }
}
