package dev.offramp.dashboard.addresses;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.transactions.TransactionLines;
import java.util.List;

/// The pages about deposit addresses.
public final class AddressPages {

    private AddressPages() {}

    public static List<Page> all(Uses uses) {
        AddressForm form = AddressForm.of(uses.assets(), uses.banks());
        AddressReader reader =
                new AddressReader(uses, new TransactionLines(uses.deposits(), uses.wallets(), uses.assets()));
        return List.of(
                new ListAddresses(uses),
                new ShowAddressForm(uses, form),
                new GenerateAddress(uses, form),
                new ShowAddress(reader, form),
                new LinkBank(uses, reader, form),
                new SetAutoSettlement(uses, reader));
    }
}
