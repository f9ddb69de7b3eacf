package dev.offramp.dashboard.operator;

import dev.offramp.assets.Asset;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.TxHash;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.deposits.Arrival;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Place;
import dev.offramp.deposits.SeenTransfers;
import dev.offramp.operations.Found;
import dev.offramp.operations.Transferred;
import dev.offramp.tenancy.IntegrationId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the finder found, in lines.
record FoundLines(Assets assets, Map<IntegrationId, Places.Owner> owners) {

    /// A transfer.
    ///
    /// @param what became of it
    record Line(
            String chain,
            String tx,
            String position,
            String recipient,
            String amount,
            String block,
            String owner,
            Badge what,
            String more) {}

    List<Line> of(SeenTransfers transfers) {
        return Stream.concat(
                        transfers.deposits().stream().map(this::line),
                        transfers.arrivals().stream().map(this::line))
                .toList();
    }

    List<Line> of(ChainId chain, List<Transferred> transfers) {
        return transfers.stream().map(transferred -> line(chain, transferred)).toList();
    }

    private Line line(Deposit deposit) {
        Places.Coins coins = Places.coins(assets, deposit.asset(), deposit.units());
        return new Line(
                Places.name(new ChainId(
                        deposit.tenant().environment(), deposit.origin().network())),
                deposit.origin().tx().value(),
                deposit.origin().position().value(),
                deposit.origin().address().value(),
                coins.amount() + " " + coins.unit(),
                block(deposit.place()),
                name(deposit.tenant().integration()),
                badge(deposit.state()),
                "deposit " + deposit.id());
    }

    private static String block(Place place) {
        return switch (place) {
            case Place.InBlock(var block) -> Figures.count(block.height());
            case Place.Waiting _ -> "in none";
            case Place.Missing(long since) -> "missing since " + Figures.count(since);
        };
    }

    private static Badge badge(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> Badge.waiting("Confirming");
            case DepositState.Flagged flagged when flagged.rejected().isPresent() -> Badge.bad("Rejected");
            case DepositState.Flagged _ -> Badge.waiting("Held back");
            case DepositState.Completed _ -> Badge.good("Credited");
            case DepositState.Deleted _ -> Badge.bad("Left the chain");
        };
    }

    private Line line(Arrival arrival) {
        return new Line(
                Places.name(new ChainId(arrival.tenant().environment(), arrival.network())),
                arrival.tx().value(),
                arrival.position().value(),
                arrival.address().value(),
                Figures.number(new BigDecimal(arrival.units())) + " units"
                        + arrival.contract()
                                .map(Address::value)
                                .map(contract -> " of " + contract)
                                .orElse(""),
                arrival.block().map(block -> Figures.count(block.height())).orElse("in none"),
                name(arrival.tenant().integration()),
                Badge.quiet("No deposit"),
                arrival.why().text());
    }

    private Line line(ChainId chain, Transferred transferred) {
        return new Line(
                Places.name(chain),
                transferred.transfer().tx().value(),
                transferred.transfer().position().value(),
                transferred.transfer().recipient().value(),
                amount(transferred),
                Figures.count(transferred.block().height()),
                transferred
                        .owner()
                        .map(wallet -> name(wallet.tenant().integration()))
                        .orElse("nobody here"),
                transferred.reason() == Transferred.Reason.NOT_RECORDED
                        ? Badge.bad("Not recorded")
                        : Badge.quiet("No deposit"),
                transferred.reason().text());
    }

    private String amount(Transferred transferred) {
        return transferred
                .asset()
                .map(Asset::code)
                .map(code -> Places.coins(assets, code, transferred.transfer().units()))
                .map(coins -> coins.amount() + " " + coins.unit())
                .orElseGet(() ->
                        Figures.number(new BigDecimal(transferred.transfer().units())) + " units"
                                + transferred
                                        .transfer()
                                        .contract()
                                        .map(contract -> " of " + contract.value())
                                        .orElse(""));
    }

    private String name(IntegrationId id) {
        Places.Owner owner = owners.get(id);
        return owner == null ? id.toString() : owner.name();
    }

    String name(Found.Owner owner) {
        return name(owner.wallet().tenant().integration());
    }

    String asset(Found.Owner owner) {
        return Places.asset(assets, owner.wallet().asset());
    }

    String environment(Found.Owner owner) {
        return Places.name(owner.wallet().tenant().environment());
    }

    String words(Found.Standing standing) {
        return switch (standing) {
            case Found.Standing.InBlock _ -> "In a block";
            case Found.Standing.Waiting _ -> "Known to the node, in no block yet";
            case Found.Standing.Replaced(TxHash by) -> "Replaced by " + by.value();
            case Found.Standing.Unknown _ -> "The node does not know it";
            case Found.Standing.InTrouble(String what) -> "Could not be asked: " + what;
        };
    }

    /// Those that say something; all others are told of together.
    List<Found.ChainAnswer> telling(Found.UnknownTransaction unknown) {
        return unknown.answers().stream()
                .filter(answer -> !(answer.standing() instanceof Found.Standing.Unknown))
                .toList();
    }

    String chain(ChainId chain) {
        return Places.name(chain);
    }

    String chains(List<ChainId> chains) {
        return String.join("; ", chains.stream().map(Places::name).toList());
    }
}
