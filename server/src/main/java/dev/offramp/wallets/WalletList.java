package dev.offramp.wallets;

import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Assets;
import dev.offramp.db.ObjectId;
import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What may be asked of the list of wallets, in the columns of the table `wallet`. Vault ids are given in the order of
/// making, without ties.
final class WalletList {

    /// The index on addresses begins with the family.
    private static final ListField ADDRESS = ListField.matched(
            "address",
            Arrays.stream(AddressFamily.values())
                    .map(family -> "'" + family.name().toLowerCase(Locale.ROOT) + "'")
                    .collect(Collectors.joining(", ", "(family IN (", ") AND address = %s)")));

    private static final ListField LABEL = ListField.text("label", "label");
    private static final ListField VAULT = ListField.whole("vaultId", "vault");

    private WalletList() {}

    static Listing<Wallet> create(Assets assets) {
        return ListedTable.of(
                        "wallet",
                        ListSort.whole("vaultId", "vault"),
                        ListSort.CREATED_AT,
                        ListSort.text("label", "label"))
                .filteredBy(
                        LABEL,
                        ADDRESS,
                        VAULT,
                        ListField.translated("asset", "asset", id -> code(assets, id)),
                        ListField.text("identifier", "asset"))
                .searchedBy(ListField.id("id", "id"), LABEL, ADDRESS)
                .read(WalletStore::wallet);
    }

    private static Optional<String> code(Assets assets, String id) {
        return ObjectId.parse(id)
                .flatMap(known -> assets.find(new AssetId(known)))
                .map(asset -> asset.code().value());
    }
}
