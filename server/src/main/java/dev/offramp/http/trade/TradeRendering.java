package dev.offramp.http.trade;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.FlagReason;
import dev.offramp.deposits.Outlook;
import dev.offramp.deposits.Terms;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.outflows.Outflows;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import dev.offramp.wire.Decimals;
import dev.offramp.wire.trade.TradeJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Deposits as the wire shows them, with what other rooms know of them read in one question each.
public record TradeRendering(Assets assets, Wallets wallets, Deposits deposits, Outflows outflows) {

    /// A deposit and all that belongs to it.
    ///
    /// @param outlook only while it has no terms
    /// @param settlement what left for it
    private record Trade(
            Deposit deposit, Asset asset, Wallet wallet, Optional<Outlook> outlook, Optional<Money> settlement) {}

    public TradeJson one(Transaction tx, Deposit deposit) {
        return all(tx, List.of(deposit)).getFirst();
    }

    /// In the same order.
    public List<TradeJson> all(Transaction tx, List<Deposit> list) {
        Set<WalletId> owners = list.stream().map(Deposit::wallet).collect(Collectors.toSet());
        Map<WalletId, Wallet> ownerOf = wallets.all(tx, owners);
        Map<DepositId, Outlook> outlooks = deposits.outlooks(tx, list);
        Map<ObjectId, Money> settlements = outflows.settling(
                tx, list.stream().map(deposit -> deposit.id().value()).toList());
        return list.stream()
                .map(deposit -> new Trade(
                        deposit,
                        asset(deposit),
                        ownerOf.get(deposit.wallet()),
                        Optional.ofNullable(outlooks.get(deposit.id())),
                        Optional.ofNullable(settlements.get(deposit.id().value()))))
                .map(TradeRendering::json)
                .toList();
    }

    private Asset asset(Deposit deposit) {
        return assets.find(deposit.asset())
                .orElseThrow(() -> new IllegalStateException("no longer in the catalogue: " + deposit.asset()));
    }

    private static TradeJson json(Trade trade) {
        Deposit deposit = trade.deposit();
        Optional<Terms> terms = deposit.terms();
        boolean isCredited = deposit.state() instanceof DepositState.Completed;
        Optional<Terms> credited = terms.filter(known -> isCredited);
        Optional<Terms> settled = terms.filter(known -> trade.settlement().isPresent());
        return new TradeJson(
                deposit.id().toString(),
                credited.map(known -> decimal(known.amount())),
                trade.asset().icon(),
                terms.map(known -> known.rate().rate().value()),
                reason(deposit.state()),
                deposit.origin().tx().value(),
                trade.asset().transactionLink() + deposit.origin().tx().value(),
                trade.asset().id().toString(),
                trade.wallet().vaultId().toString(),
                deposit.origin().address().value(),
                deposit.content().sender().map(Address::value),
                deposit.wallet().toString(),
                passedScreening(deposit.state()),
                terms.map(Terms::conversionRate),
                terms.map(Terms::usd).or(() -> trade.outlook().flatMap(Outlook::usd)),
                Decimals.plain(new BigDecimal(deposit.units(), trade.asset().decimals())),
                terms.map(Terms::flagFeeUsd).orElse(BigDecimal.ZERO),
                isCredited,
                status(deposit.state()),
                currency(trade).code(),
                deposit.tenant().integration().toString(),
                credited.map(known -> decimal(known.fee())),
                trade.settlement().map(TradeRendering::decimal),
                settled.map(known -> known.rate().rate().value()),
                settled.map(known -> known.markupPercentage().value()),
                settled.map(known -> decimal(known.markup())),
                deposit.createdAt(),
                deposit.updatedAt());
    }

    private static String status(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> "pending";
            case DepositState.Flagged _ -> "flagged";
            case DepositState.Completed _ -> "completed";
            case DepositState.Deleted _ -> "deleted";
        };
    }

    private static Optional<String> reason(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> Optional.empty();
            case DepositState.Flagged flagged ->
                Optional.of(flagged.rejected().orElse(flagged.why().text()));
            case DepositState.Completed completed -> completed.reason();
            case DepositState.Deleted deleted -> Optional.of(deleted.reason());
        };
    }

    private static boolean passedScreening(DepositState state) {
        Optional<FlagReason> flag = switch (state) {
            case DepositState.Flagged flagged -> Optional.of(flagged.why());
            case DepositState.Completed completed -> completed.wasFlagged();
            case DepositState.Pending _, DepositState.Deleted _ -> Optional.empty();
        };
        return flag.filter(FlagReason.FAILED_SCREENING::equals).isEmpty();
    }

    private static Fiat currency(Trade trade) {
        return trade.deposit()
                .terms()
                .map(Terms::currency)
                .or(() -> trade.outlook().map(Outlook::currency))
                .orElseThrow();
    }

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }
}
