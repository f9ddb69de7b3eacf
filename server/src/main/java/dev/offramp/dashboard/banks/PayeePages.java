package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// Saved banks and saved addresses.
public final class PayeePages {

    private PayeePages() {}

    public static List<Page> all(Uses uses) {
        return List.of(
                new ListBanks(uses),
                new FillInBank(uses),
                new CheckBank(uses),
                new SaveBank(uses),
                new RemoveBank(uses),
                new ListSavedAddresses(uses),
                new FillInAddress(),
                new SaveAddress(uses),
                new RemoveAddress(uses));
    }
}
