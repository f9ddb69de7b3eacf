package dev.offramp.secrets;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Something encrypted under a passphrase, with all that the passphrase alone does not say: AES-256-GCM under a key
/// from Argon2id. The parameters travel along, so that new ones can be stronger and old files still open.
///
/// @param salt hexadecimal, 16 bytes, another one for each seal
/// @param sealed hexadecimal
public record PassphraseSeal(String kdf, int memoryKiB, int iterations, int lanes, String salt, String sealed) {

    private static final String ARGON2ID = "argon2id";
    private static final int SALT_BYTES = 16;

    /// RFC 9106, section 4: the second recommended choice, for where 2 GiB cannot be spared.
    private static final int MEMORY_KIB = 64 * 1024;

    private static final int ITERATIONS = 3;
    private static final int LANES = 4;

    /// A damaged file must not make us ask for all memory there is.
    private static final int MEMORY_KIB_MAX = 4 * 1024 * 1024;

    private static final int ITERATIONS_MAX = 1000;
    private static final int LANES_MAX = 64;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public PassphraseSeal {
        boolean sane = kdf.equals(ARGON2ID)
                && lanes >= 1
                && lanes <= LANES_MAX
                && memoryKiB >= 8 * lanes
                && memoryKiB <= MEMORY_KIB_MAX
                && iterations >= 1
                && iterations <= ITERATIONS_MAX;
        if (!sane) {
            throw new IllegalArgumentException("parameters of a passphrase seal out of range");
        }
        HexFormat.of().parseHex(salt);
        HexFormat.of().parseHex(sealed);
    }

    public static PassphraseSeal seal(Passphrase passphrase, byte[] plain, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] key = passphrase.key(MEMORY_KIB, ITERATIONS, LANES, salt);
        HexFormat hex = HexFormat.of();
        return new PassphraseSeal(
                ARGON2ID,
                MEMORY_KIB,
                ITERATIONS,
                LANES,
                hex.formatHex(salt),
                hex.formatHex(AesGcm.seal(key, plain, random)));
    }

    /// Empty when the passphrase is another one, or the text was changed.
    public Optional<byte[]> open(Passphrase passphrase) {
        HexFormat hex = HexFormat.of();
        byte[] key = passphrase.key(memoryKiB, iterations, lanes, hex.parseHex(salt));
        return AesGcm.open(key, hex.parseHex(sealed));
    }

    /// The form it is stored in.
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /// Reads [#json]; empty for anything else.
    public static Optional<PassphraseSeal> parse(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, PassphraseSeal.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
