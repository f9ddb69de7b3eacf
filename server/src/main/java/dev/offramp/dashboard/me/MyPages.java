package dev.offramp.dashboard.me;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about oneself.
public final class MyPages {

    private MyPages() {}

    public static List<Page> all(Uses uses) {
        ShowMe me = new ShowMe(uses.people(), uses.mail());
        return List.of(
                me,
                new Rename(me),
                new ChangeAddress(me, uses.notices().letters()),
                new ShowAddressChange(uses.people()),
                new ConfirmAddress(me, uses.notices().letters()),
                new FoundAnother(me, uses.tenancy()));
    }
}
