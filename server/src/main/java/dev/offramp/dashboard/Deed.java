package dev.offramp.dashboard;

import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.util.Optional;

/// Something that was done, for the audit log. Who did it, from where and in which business is known from the visit.
///
/// @param integration whose business it is, where the page is not one of a business
/// @param before what was; [Details#NONE] where nothing was
/// @param after what is now; [Details#NONE] where nothing is
public record Deed(Action action, Subject subject, Optional<IntegrationId> integration, Details before, Details after) {

    public static Deed of(Action action, Subject.Kind kind, Object id) {
        return new Deed(action, new Subject(kind, id.toString()), Optional.empty(), Details.NONE, Details.NONE);
    }

    /// For operators, whose pages are of no business.
    public Deed concerning(IntegrationId whose) {
        return new Deed(action, subject, Optional.of(whose), before, after);
    }

    public Deed before(Details was) {
        return new Deed(action, subject, integration, was, after);
    }

    public Deed after(Details is) {
        return new Deed(action, subject, integration, before, is);
    }
}
