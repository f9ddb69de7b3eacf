package dev.offramp.notices;

import dev.offramp.people.PersonId;
import java.time.Instant;
import java.util.Optional;

/// Something that people should know.
///
/// @param text a sentence or two without amounts, accounts or secrets
/// @param path where to see more: of a business below its pages, `/transactions`; else from the root
/// @param doneBy who did it, and therefore knows
record News(Kind kind, About about, Instant at, String text, String path, Optional<PersonId> doneBy) {

    News {
        boolean fits = switch (kind.audience()) {
            case ONESELF -> about instanceof About.Oneself;
            case OPERATORS -> about instanceof About.Installation;
            case OWNERS, BUILDERS, MONEY -> about instanceof About.Part || about instanceof About.Whole;
        };
        if (!fits) {
            throw new IllegalArgumentException(kind + " is not about " + about);
        }
    }

    static News of(Kind kind, About about, Instant at, String text, String path) {
        return new News(kind, about, at, text, path, Optional.empty());
    }

    News doneBy(Optional<PersonId> somebody) {
        return new News(kind, about, at, text, path, somebody);
    }
}
