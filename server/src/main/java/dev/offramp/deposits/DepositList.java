package dev.offramp.deposits;

import dev.offramp.assets.AssetId;
import dev.offramp.assets.Assets;
import dev.offramp.assets.Network;
import dev.offramp.db.ObjectId;
import dev.offramp.lists.ListField;
import dev.offramp.lists.ListSort;
import dev.offramp.lists.ListedTable;
import dev.offramp.lists.Listing;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What may be asked of the list of deposits, in the columns of the table `deposit`.
final class DepositList {

    /// The index on transfers begins with the network.
    private static final ListField TX_HASH = ListField.matched(
            "txHash",
            Arrays.stream(Network.values())
                    .map(network -> "'" + network.code() + "'")
                    .collect(Collectors.joining(", ", "(network IN (", ") AND tx_hash = %s)")));

    private static final ListField STATUS =
            ListField.code("status", "status", "pending", "completed", "flagged", "deleted");

    private DepositList() {}

    /// @param assets know the code that stands for an id
    static Listing<Deposit> create(Assets assets) {
        return ListedTable.of("deposit", ListSort.CREATED_AT)
                .filteredBy(
                        STATUS,
                        ListField.translated("asset", "asset", id -> code(assets, id)),
                        ListField.id("wallet", "wallet"),
                        TX_HASH)
                .searchedBy(ListField.id("id", "id"), TX_HASH, ListField.id("wallet", "wallet"))
                .checkpointed()
                .read((row, context) -> DepositRow.deposit(row));
    }

    private static Optional<String> code(Assets assets, String id) {
        return ObjectId.parse(id)
                .flatMap(known -> assets.find(new AssetId(known)))
                .map(asset -> asset.code().value());
    }
}
