package dev.offramp.dashboard.security;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.account.OfferPasskey;
import dev.offramp.people.People;
import java.util.List;

/// The pages about one's own sign-in.
public final class SecurityPages {

    private SecurityPages() {}

    public static List<Page> all(Uses uses) {
        People people = uses.people();
        ShowSecurity security = new ShowSecurity(people);
        return List.of(
                security,
                new ShowPassword(),
                new ChangePassword(people),
                new ShowAuthenticator(people),
                new AddAuthenticator(people),
                new RemoveAuthenticator(people),
                new MakeRecoveryCodes(people),
                new OfferPasskey(
                        "/me/passkey-options",
                        Access.signedIn().fresh(),
                        visit -> visit.commit(
                                tx -> Outcome.aside(people.passkeys().enrolOptions(tx, visit.session())))),
                new AddPasskey(security),
                new ShowPasskey(people),
                new RenamePasskey(people),
                new RemovePasskey(people),
                new EndSession(people.sessions()),
                new EndOtherSessions(people.sessions()));
    }
}
