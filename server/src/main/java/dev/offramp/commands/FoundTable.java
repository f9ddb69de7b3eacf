package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Transfer;
import dev.offramp.chains.TxHash;
import dev.offramp.deposits.Arrival;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Place;
import dev.offramp.deposits.SeenTransfers;
import dev.offramp.operations.Found;
import dev.offramp.operations.Transferred;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the finder found, as rows of one table.
record FoundTable(Assets assets, Map<IntegrationId, String> names) {

    /// @param what it is to us
    /// @param more what there is to know beside that
    record Row(
            Optional<String> chain,
            Optional<String> txHash,
            Optional<String> address,
            Optional<String> amount,
            Optional<Long> block,
            Optional<String> integration,
            String what,
            Optional<String> more) {

        static Row saying(String what) {
            return about(Optional.empty(), Optional.empty(), what, Optional.empty());
        }

        static Row about(Optional<String> chain, Optional<String> txHash, String what, Optional<String> more) {
            return new Row(
                    chain, txHash, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), what, more);
        }
    }

    static FoundTable of(Platform platform) {
        return new FoundTable(
                platform.assets(),
                platform.db().view(tx -> platform.tenancy().integrations(tx)).stream()
                        .collect(Collectors.toMap(Integration::id, Integration::name)));
    }

    List<Row> rows(Found found) {
        return switch (found) {
            case Found.OurAddress(Address address, List<Found.Owner> owners, SeenTransfers transfers) ->
                Stream.concat(owners.stream().map(owner -> row(address, owner)), rows(transfers))
                        .toList();
            case Found.HotWalletAddress hot ->
                hot.chains().stream()
                        .map(chain -> Row.about(
                                Optional.of(code(chain)),
                                Optional.empty(),
                                "hot wallet",
                                Optional.of("what arrives there is the operator's own")))
                        .toList();
            case Found.ForeignAddress _ -> List.of(Row.saying("no address of ours"));
            case Found.KnownTransaction known ->
                Stream.concat(rows(known.transfers()), sent(known)).toList();
            case Found.UnknownTransaction(TxHash tx, List<Found.ChainAnswer> answers) -> unknown(tx, answers);
            case Found.Blocks blocks -> blocks(blocks);
            case Found.Nothing _ -> List.of(Row.saying("neither an address nor a transaction"));
        };
    }

    private Row row(Address address, Found.Owner owner) {
        return new Row(
                Optional.of(owner.wallet().tenant().environment().code()),
                Optional.empty(),
                Optional.of(address.value()),
                Optional.empty(),
                Optional.empty(),
                name(owner.wallet().tenant().integration()),
                "address of a wallet",
                Optional.of("wallet " + owner.wallet().id() + " for "
                        + owner.wallet().asset().value()));
    }

    private Stream<Row> rows(SeenTransfers transfers) {
        return Stream.concat(
                transfers.deposits().stream().map(this::row),
                transfers.arrivals().stream().map(this::row));
    }

    private Row row(Deposit deposit) {
        return new Row(
                Optional.of(code(new ChainId(
                        deposit.tenant().environment(), deposit.origin().network()))),
                Optional.of(deposit.origin().tx().value()),
                Optional.of(deposit.origin().address().value()),
                Optional.of(amount(assets.find(deposit.asset()), deposit.units())),
                height(deposit.place()),
                name(deposit.tenant().integration()),
                "deposit, " + status(deposit.state()),
                Optional.of("deposit " + deposit.id()));
    }

    private Row row(Arrival arrival) {
        return new Row(
                Optional.of(code(new ChainId(arrival.tenant().environment(), arrival.network()))),
                Optional.of(arrival.tx().value()),
                Optional.of(arrival.address().value()),
                Optional.of(arrival.units() + " units" + of(arrival.contract())),
                arrival.block().map(BlockRef::height),
                name(arrival.tenant().integration()),
                "no deposit",
                Optional.of(arrival.why().text()));
    }

    private Row row(ChainId chain, Transferred transferred) {
        Transfer transfer = transferred.transfer();
        return new Row(
                Optional.of(code(chain)),
                Optional.of(transfer.tx().value()),
                Optional.of(transfer.recipient().value()),
                Optional.of(
                        transferred.asset().isPresent()
                                ? amount(transferred.asset(), transfer.units())
                                : transfer.units() + " units" + of(transfer.contract())),
                Optional.of(transferred.block().height()),
                transferred.owner().flatMap(wallet -> name(wallet.tenant().integration())),
                transferred.reason() == Transferred.Reason.NOT_RECORDED ? "not recorded" : "no deposit",
                Optional.of(transferred.reason().text()));
    }

    private static Stream<Row> sent(Found.KnownTransaction known) {
        return known.sent().stream()
                .map(withdrawal -> Row.about(
                        Optional.empty(),
                        Optional.of(known.tx().value()),
                        "signed by us",
                        Optional.of("withdrawal " + withdrawal.id())));
    }

    private List<Row> unknown(TxHash tx, List<Found.ChainAnswer> answers) {
        List<Row> rows = answers.stream()
                .filter(answer -> !(answer.standing() instanceof Found.Standing.Unknown))
                .flatMap(answer -> rows(tx, answer))
                .toList();
        return rows.isEmpty() ? List.of(Row.saying("no node that was asked knows it")) : rows;
    }

    private Stream<Row> rows(TxHash tx, Found.ChainAnswer answer) {
        Row standing = Row.about(
                Optional.of(code(answer.chain())), Optional.of(tx.value()), words(answer.standing()), Optional.empty());
        return Stream.concat(
                Stream.of(standing), answer.transfers().stream().map(transfer -> row(answer.chain(), transfer)));
    }

    private static String words(Found.Standing standing) {
        return switch (standing) {
            case Found.Standing.InBlock _ -> "in a block";
            case Found.Standing.Waiting _ -> "known to the node, in no block yet";
            case Found.Standing.Replaced(TxHash by) -> "replaced by " + by.value();
            case Found.Standing.Unknown _ -> "the node does not know it";
            case Found.Standing.InTrouble(String what) -> "could not be asked: " + what;
        };
    }

    private List<Row> blocks(Found.Blocks blocks) {
        Row asked = Row.about(
                Optional.of(code(blocks.chain())),
                Optional.empty(),
                "blocks " + blocks.from() + " to " + blocks.to(),
                Optional.of(blocks.answer().text()));
        return Stream.of(
                        Stream.of(asked),
                        rows(blocks.transfers()),
                        blocks.unrecorded().stream().map(transfer -> row(blocks.chain(), transfer)))
                .flatMap(rows -> rows)
                .toList();
    }

    private static Optional<Long> height(Place place) {
        return place instanceof Place.InBlock(BlockRef block) ? Optional.of(block.height()) : Optional.empty();
    }

    private static String status(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> "confirming";
            case DepositState.Flagged flagged when flagged.rejected().isPresent() -> "rejected";
            case DepositState.Flagged _ -> "held back";
            case DepositState.Completed _ -> "credited";
            case DepositState.Deleted _ -> "left its chain";
        };
    }

    private static String amount(Optional<Asset> asset, BigInteger units) {
        return asset.map(its -> new BigDecimal(units, its.decimals()).toPlainString() + " " + its.symbol())
                .orElse(units + " units");
    }

    private static String of(Optional<Address> contract) {
        return contract.map(address -> " of " + address.value()).orElse("");
    }

    private static String code(ChainId chain) {
        return chain.environment().code() + "." + chain.network().code();
    }

    private Optional<String> name(IntegrationId id) {
        return Optional.of(names.getOrDefault(id, id.toString()));
    }
}
