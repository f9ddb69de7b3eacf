package dev.offramp.tenancy;

import java.time.Instant;

/// A business that uses the platform.
///
/// @param name unique without regard to case; 1 to 100 printable characters
/// @param merchantReference `B-` and six characters; part of every deposit's description on the wire
/// @param isActive whether its requests are answered
/// @param productionApproved whether it may use production; one that somebody made by signing up waits for an operator
/// @param sandboxTools whether language models may make things up in its sandbox, as an owner chose
public record Integration(
        IntegrationId id,
        String name,
        String merchantReference,
        boolean isActive,
        boolean productionApproved,
        boolean sandboxTools,
        Instant createdAt) {

    private static final int NAME_MAX = 100;

    /// Whether a business may be called so. An id is no name, so that people may type either.
    static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.codePointCount(0, name.length()) <= NAME_MAX
                && name.codePoints().noneMatch(Character::isISOControl)
                && dev.offramp.db.ObjectId.parse(name).isEmpty();
    }
}
