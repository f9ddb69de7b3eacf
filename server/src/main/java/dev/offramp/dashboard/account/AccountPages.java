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
        boolean isMailOn = uses.mail().isOn();
        Entrance entrance = new Entrance(uses.people());
        ShowSignUp signUp = new ShowSignUp(uses.people().signUps(), isMailOn);
        ShowForgotten forgotten = new ShowForgotten(isMailOn);
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
                signUp,
                new SignUpHere(joining, signUp),
                new AskForAccount(signUp, uses.people().linkWishes()),
                forgotten,
                new AskForReset(forgotten, uses.people().linkWishes()),
                new ShowInvitation(joining),
                new SignUpByInvitation(joining),
                new AcceptInvitation(joining),
                new FoundByInvitation(joining),
                new ShowReset(uses.people()),
                new ResetPassword(uses.people()),
                new SignOut(uses.people()),
                new ChooseTheme());
    }

    private static PasskeyOptions step(Visit visit, Passkeys passkeys) {
        return visit.token(Cookie.Name.STEP).map(passkeys::stepOptions).orElseGet(PasskeyOptions.Over::new);
    }
}
