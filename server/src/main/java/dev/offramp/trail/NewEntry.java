package dev.offramp.trail;

import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.net.InetAddress;
import java.util.Optional;

/// What is to be recorded. Its number, its time and the id of the request it is for are added when it is: the latter is
/// the one its transaction acts for ([dev.offramp.db.Transaction#actFor]).
///
/// @param from the address the actor called from; empty for what did not come over a network
/// @param before what was; empty where nothing was
/// @param after what is now; empty where nothing is
public record NewEntry(
        Actor actor,
        Action action,
        Concern concern,
        Optional<InetAddress> from,
        Subject subject,
        Details before,
        Details after) {

    /// Of the platform itself, from no address, with nothing before or after; the methods below say more.
    public static NewEntry of(Actor actor, Action action, Subject subject) {
        return new NewEntry(actor, action, Concern.PLATFORM, Optional.empty(), subject, Details.NONE, Details.NONE);
    }

    public NewEntry concerning(IntegrationId integration) {
        return concerning(new Concern.Whole(integration));
    }

    public NewEntry concerning(Tenant tenant) {
        return concerning(new Concern.Part(tenant));
    }

    public NewEntry concerning(Concern whose) {
        return new NewEntry(actor, action, whose, from, subject, before, after);
    }

    public NewEntry from(InetAddress address) {
        return new NewEntry(actor, action, concern, Optional.of(address), subject, before, after);
    }

    public NewEntry before(Details was) {
        return new NewEntry(actor, action, concern, from, subject, was, after);
    }

    public NewEntry after(Details is) {
        return new NewEntry(actor, action, concern, from, subject, before, is);
    }
}
