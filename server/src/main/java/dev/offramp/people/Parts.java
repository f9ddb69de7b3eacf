package dev.offramp.people;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// What every part of the room works with.
///
/// @param random makes secrets
record Parts(Database db, ServerKey key, ObjectIds ids, InstantSource clock, RandomGenerator random) {

    private static final int TOKEN_BYTES = 32;

    Instant now() {
        return clock.instant();
    }

    byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    Token token() {
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(TOKEN_BYTES)));
    }

    byte[] hash(Purpose purpose, Token token) {
        return key.hash(purpose, token.text());
    }
}
