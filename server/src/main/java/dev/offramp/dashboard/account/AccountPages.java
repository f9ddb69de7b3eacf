package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.people.PasskeyOptions;
import dev.offramp.people.Passkeys;
import java.util.List;

/// The pages about signing in and about oneself.
public final class AccountPages {

    private AccountPages() {}

    public static List<Page> all(Uses uses) {
        Entrance entrance = new Entrance(uses.people());
        Joining joining = new Joining(uses.people(), uses.tenancy());
        Passkeys passkeys = uses.people().passkeys();
        return List.of(
                new Front(entrance),
                new ShowSignIn(entrance),
                new SignInByPassword(entrance),
                new ShowCode(entrance),
                new SignInByCode(entrance),
                new ShowConfirmation(entrance),
                new ConfirmByPassword(entrance),
                new ConfirmByCode(entrance),
                new OfferPasskey(
                        "/sign-in/passkey-options", Access.open(), visit -> passkeys.signInOptions(visit.browser())),
                new SignInByPasskey(entrance),
                new OfferPasskey("/sign-in/code/passkey-options", Access.open(), visit -> step(visit, passkeys)),
                new CompleteByPasskey(entrance),
                new OfferPasskey(
                        "/confirm/passkey-options",
                        Access.signedInAtAll(),
                        visit -> passkeys.confirmOptions(visit.session())),
                new ConfirmByPasskey(entrance),
                new ShowSignUp(uses.people().signUps()),
                new SignUpHere(joining),
                new ShowInvitation(joining),
                new SignUpByInvitation(joining),
                new AcceptInvitation(joining),
                new FoundByInvitation(joining),
                new ShowReset(uses.people()),
                new ResetPassword(uses.people()),
                new SignOut(uses.people()),
                new ChooseTheme(),
                new ShowMe());
    }

    private static PasskeyOptions step(Visit visit, Passkeys passkeys) {
        return visit.token(Cookie.Name.STEP).map(passkeys::stepOptions).orElseGet(PasskeyOptions.Over::new);
    }
}
