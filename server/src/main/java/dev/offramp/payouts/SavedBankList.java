package dev.offramp.payouts;

import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;

/// What may be asked of the list of saved banks, in the columns of the table `saved_bank`. A tenant has a few, so that
/// one index finds them all.
final class SavedBankList {

    private static final ListField BANK_ID = ListField.text("bankId", "bank_id");
    private static final ListField ACCOUNT_NUMBER = ListField.text("accountNumber", "account_number");
    private static final ListField ACCOUNT_NAME = ListField.matched("accountName", "lower(account_name) = lower(%s)");

    private SavedBankList() {}

    static Listing<SavedBank> create() {
        return ListedTable.of(
                        "saved_bank",
                        ListSort.CREATED_AT,
                        ListSort.text("accountName", "account_name"),
                        ListSort.text("bankName", "bank_name"))
                .filteredBy(ListField.code("currency", "currency", "ngn", "ghs"), BANK_ID, ACCOUNT_NUMBER, ACCOUNT_NAME)
                .searchedBy(
                        ListField.id("id", "id"),
                        ACCOUNT_NUMBER,
                        ACCOUNT_NAME,
                        ListField.matched("bankName", "lower(bank_name) = lower(%s)"))
                .read(SavedBankStore::saved);
    }
}
