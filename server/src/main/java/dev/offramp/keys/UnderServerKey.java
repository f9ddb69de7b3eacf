package dev.offramp.keys;

import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The sandbox: sealed under the server key, as hexadecimal text.
record UnderServerKey(ServerKey key, RandomGenerator random) implements SeedSeal {

    @Override
    public byte[] seal(byte[] entropy) {
        String hex = HexFormat.of().formatHex(key.seal(Purpose.SANDBOX_SEED, entropy, random));
        return (hex + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<byte[]> open(byte[] file) {
        try {
            String hex = new String(file, StandardCharsets.US_ASCII).strip();
            return Optional.of(key.open(Purpose.SANDBOX_SEED, HexFormat.of().parseHex(hex)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    @Override
    public String what() {
        return "the server key";
    }
}
