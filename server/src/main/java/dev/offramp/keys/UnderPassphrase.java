package dev.offramp.keys;

import dev.offramp.secrets.Passphrase;
import dev.offramp.secrets.PassphraseSeal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Production: sealed under a passphrase, with the parameters beside it as JSON.
record UnderPassphrase(Passphrase passphrase, RandomGenerator random) implements SeedSeal {

    @Override
    public byte[] seal(byte[] entropy) {
        String json = PassphraseSeal.seal(passphrase, entropy, random).json();
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> open(byte[] file) {
        return PassphraseSeal.parse(new String(file, StandardCharsets.UTF_8)).flatMap(seal -> seal.open(passphrase));
    }

    @Override
    public String what() {
        return "this passphrase";
    }
}
