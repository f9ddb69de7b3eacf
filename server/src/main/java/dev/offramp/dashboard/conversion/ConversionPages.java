package dev.offramp.dashboard.conversion;

import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.outflows.MoneyPages;
import java.util.List;
import java.util.Optional;

/// Conversions.
public final class ConversionPages {

    private ConversionPages() {}

    public static List<Page> all(Uses uses) {
        return MoneyPages.of(uses, new ConversionForm(uses), Optional.of(new Menu(Menu.Group.MONEY_OUT, "Convert")));
    }
}
