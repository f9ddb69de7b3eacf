package dev.offramp.bulletins;

import dev.offramp.db.ObjectId;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/// Links by which somebody acts for one subscription without signing in: its id, and a keyed hash of it and of what the
/// link is for. Nothing of it is kept, so that every letter can have one.
///
/// @param publicUrl what links begin with, without a slash at the end
record Links(ServerKey key, String publicUrl) {

    static final String PAGE = "/status";

    private static final int HASH_BYTES = 16;

    /// What a link does.
    enum Use {
        CONFIRM("/confirm/"),
        UNSUBSCRIBE("/unsubscribe/");

        private final String path;

        Use(String path) {
            this.path = path;
        }
    }

    String page() {
        return publicUrl + PAGE;
    }

    String link(Use use, SubscriberId id) {
        return page() + use.path + id + "-" + hash(use, id.toString());
    }

    /// Whose link it is, by what follows its path; empty where we made no such link.
    Optional<SubscriberId> read(Use use, String text) {
        String[] parts = text.split("-", 2);
        if (parts.length < 2 || !isEqual(hash(use, parts[0]), parts[1])) {
            return Optional.empty();
        }
        return ObjectId.parse(parts[0]).map(SubscriberId::new);
    }

    private String hash(Use use, String id) {
        byte[] hash = key.hash(Purpose.STATUS, use.name() + " " + id);
        return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
