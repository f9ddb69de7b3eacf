package dev.offramp.people;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106).
final class Argon2id implements SlowHash {

    /// The least of what OWASP's password storage cheat sheet asks for: 19 MiB, two passes, one lane.
    static final Cost COST = new Cost(19 * 1024, 2, 1);

    private static final int HASH_BYTES = 32;

    @Override
    public byte[] of(byte[] password, byte[] salt, Cost cost) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        argon.generateBytes(password, hash);
        return hash;
    }
}
