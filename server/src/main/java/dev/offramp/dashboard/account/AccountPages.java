package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about signing in and about oneself.
public final class AccountPages {

    private AccountPages() {}

    public static List<Page> all(Uses uses) {
        Entrance entrance = new Entrance(uses.people());
        return List.of(
                new Front(),
                new ShowSignIn(),
                new SignInByPassword(entrance),
                new ShowCode(entrance),
                new SignInByCode(entrance),
                new ShowConfirmation(),
                new ConfirmByPassword(entrance),
                new ConfirmByCode(entrance),
                new SignOut(uses.people()),
                new ChooseTheme(),
                new ShowMe());
    }
}
