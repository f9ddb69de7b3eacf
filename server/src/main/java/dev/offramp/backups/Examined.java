package dev.offramp.backups;

import java.util.Map;

/// A backup that was read to its end and found whole. `toString` shows no key.
///
/// @param keys what the key files hold, by their names
public record Examined(Manifest manifest, Map<String, byte[]> keys) {

    @Override
    public String toString() {
        return "Examined[" + manifest.moment() + "]";
    }
}
