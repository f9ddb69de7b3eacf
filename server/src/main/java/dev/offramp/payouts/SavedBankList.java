package dev.offramp.payouts;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;

/// What may be asked of the list of saved banks, in the columns of the table `saved_bank`. A tenant has a few, so that
/// one index finds them all. The database knows number and holder's name by their hashes alone: they are found as a
/// whole, and there is no order by them.
final class SavedBankList {

    private static final ListField BANK_ID = ListField.text("bankId", "bank_id");

    private SavedBankList() {}

    static Listing<SavedBank> create(SavedBankStore store) {
        ListField number = ListField.hashed("accountNumber", "number_hash", store::numberHash);
        ListField name = ListField.hashed("accountName", "name_hash", store::nameHash);
        return ListedTable.of("saved_bank", ListSort.CREATED_AT, ListSort.text("bankName", "bank_name"))
                .filteredBy(ListField.code("currency", "currency", "ngn", "ghs"), BANK_ID, number, name)
                .searchedBy(
                        ListField.id("id", "id"),
                        number,
                        name,
                        ListField.matched("bankName", "lower(bank_name) = lower(%s)"))
                .read(store::saved);
    }
}
