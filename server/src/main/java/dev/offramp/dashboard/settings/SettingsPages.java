package dev.offramp.dashboard.settings;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// Settings of a business.
public final class SettingsPages {

    private SettingsPages() {}

    public static List<Page> all(Uses uses) {
        return List.of(
                new ShowSettings(uses),
                new ChangeCurrency(uses),
                new ChangeMarkup(uses),
                new ChangeSettlement(uses),
                new ChangeCoolingOff(uses),
                new ChangeAllowList(uses),
                new ChangeSandboxTools(uses),
                new ChangePin(uses),
                new UnfreezePin(uses));
    }
}
