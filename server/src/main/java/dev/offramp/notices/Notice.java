package dev.offramp.notices;

import dev.offramp.people.PersonId;
import dev.offramp.tenancy.IntegrationId;
import java.time.Instant;
import java.util.Optional;

/// News as one person gets them.
///
/// @param side where they read it
/// @param integration whose business it is; empty for what is of none
/// @param place in words: `Shop, production`; empty where there is none
/// @param path in the dashboard
/// @param readAt empty until they have
public record Notice(
        NoticeId id,
        PersonId person,
        Side side,
        Kind kind,
        Optional<IntegrationId> integration,
        String place,
        String text,
        String path,
        Instant at,
        Optional<Instant> readAt) {

    /// Where notices are read.
    public enum Side {
        /// One's own page: of oneself and of one's businesses.
        OWN,
        /// The operators' page.
        OPERATOR;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Side of(Kind kind) {
            return kind.audience() == Audience.OPERATORS ? OPERATOR : OWN;
        }
    }
}
