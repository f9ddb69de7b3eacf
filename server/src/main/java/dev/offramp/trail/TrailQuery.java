package dev.offramp.trail;

import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import java.time.Instant;
import java.util.Optional;

/// Which entries are wanted; all of what is given must hold.
///
/// @param integration whose; a business is asked for its own alone
/// @param environment in which; entries of an integration as a whole are in neither
/// @param actor a person's id or e-mail address, an app id, or a user of the command line
/// @param subjectId with or without the kind
/// @param from the earliest time
/// @param until the first time that is too late
public record TrailQuery(
        Optional<IntegrationId> integration,
        Optional<Environment> environment,
        Optional<String> actor,
        Optional<Action> action,
        Optional<Subject.Kind> subjectKind,
        Optional<String> subjectId,
        Optional<Instant> from,
        Optional<Instant> until) {

    /// Every entry, for the operator.
    public static final TrailQuery ALL = new TrailQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /// Every entry that concerns a business.
    public static TrailQuery of(IntegrationId integration) {
        return new TrailQuery(
                Optional.of(integration),
                ALL.environment,
                ALL.actor,
                ALL.action,
                ALL.subjectKind,
                ALL.subjectId,
                ALL.from,
                ALL.until);
    }
}
