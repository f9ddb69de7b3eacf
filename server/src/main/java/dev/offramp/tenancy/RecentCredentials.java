package dev.offramp.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Credentials that opened a moment ago, so that a busy caller does not cost a query per request. What is remembered
/// is at most a second old; a change made by this process is forgotten at once, also by readers under way.
final class RecentCredentials {

    private static final Duration AGE_MAX = Duration.ofSeconds(1);

    private final Map<String, Remembered> byAppId = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private record Remembered(StoredCredential credential, Instant readAt) {}

    Optional<StoredCredential> find(String appId, Instant now) {
        Remembered remembered = byAppId.get(appId);
        return remembered != null && now.isBefore(remembered.readAt.plus(AGE_MAX))
                ? Optional.of(remembered.credential)
                : Optional.empty();
    }

    /// To be asked before the database is read, and handed to [#remember].
    long changes() {
        return changes.get();
    }

    /// @param readAt a moment before it was read
    /// @param changesBefore what [#changes] said before it was read
    void remember(StoredCredential credential, Instant readAt, long changesBefore) {
        Remembered remembered = new Remembered(credential, readAt);
        String appId = credential.credential().appId();
        byAppId.put(appId, remembered);
        if (changes.get() != changesBefore) {
            byAppId.remove(appId, remembered);
        }
    }

    /// To be called after the commit of any change.
    void forgetAll() {
        changes.incrementAndGet();
        byAppId.clear();
    }
}
