package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;
import java.util.Optional;

/// The way of one form that moves money: fill in, look, do.
public final class MoneyPages {

    private MoneyPages() {}

    /// @param menu of its first page
    public static List<Page> of(Uses uses, MoneyForm form, Optional<Menu> menu) {
        return List.of(
                new FillIn(uses, form, menu),
                new Keep(uses, form),
                new Send(uses, form),
                new Look(uses, form),
                new Do(uses, form),
                new Discard(uses, form));
    }
}
