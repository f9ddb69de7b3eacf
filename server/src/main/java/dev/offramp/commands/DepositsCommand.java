package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.chains.Address;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Arrival;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.FlaggedDecision;
import dev.offramp.lists.ListQuery;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `deposits`: what arrived, and what the operator decides about flagged ones.
@Command(
        name = "deposits",
        description = "What arrived, and what becomes of flagged deposits.",
        synopsisSubcommandLabel = "COMMAND")
final class DepositsCommand {

    private static final String MAX = "50";

    private final Desk desk;

    DepositsCommand(Desk desk) {
        this.desk = desk;
    }

    private record Listed(
            String deposit,
            String status,
            String asset,
            BigDecimal amount,
            String address,
            String txHash,
            Optional<String> flagged,
            Instant createdAt) {}

    private record Arrived(
            String environment,
            String network,
            String address,
            Optional<String> contract,
            BigInteger units,
            String why,
            String txHash,
            String position,
            Instant seenAt) {}

    private record Decided(String deposit, String decision) {}

    @Command(description = "The latest deposits, newest first.")
    int list(
            @Option(
                            names = "--max",
                            paramLabel = "COUNT",
                            defaultValue = MAX,
                            description = "At most so many; 50 without it.")
                    int max,
            @Mixin TenantChoice choice,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            ListQuery latest = ListQuery.page(1, max);
            return platform.db().view(tx -> platform.deposits().list().page(tx, tenant, latest)).items().stream()
                    .map(deposit -> listed(platform, deposit))
                    .toList();
        });
    }

    private static Listed listed(Platform platform, Deposit deposit) {
        int decimals = platform.assets().find(deposit.asset()).orElseThrow().decimals();
        return new Listed(
                deposit.id().toString(),
                status(deposit.state()),
                deposit.asset().value(),
                new BigDecimal(deposit.units(), decimals),
                deposit.origin().address().value(),
                deposit.origin().tx().value(),
                deposit.state() instanceof DepositState.Flagged flagged
                        ? Optional.of(flagged.rejected().orElse(flagged.why().text()))
                        : Optional.empty(),
                deposit.createdAt());
    }

    private static String status(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> "pending";
            case DepositState.Flagged _ -> "flagged";
            case DepositState.Completed _ -> "completed";
            case DepositState.Deleted _ -> "deleted";
        };
    }

    @Command(description = "Transfers to our addresses that are no deposits: unknown tokens, dust. Newest first.")
    int arrivals(
            @Option(
                            names = "--max",
                            paramLabel = "COUNT",
                            defaultValue = MAX,
                            description = "At most so many; 50 without it.")
                    int max,
            @Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.deposits().arrivals(max).stream()
                        .map(DepositsCommand::arrived)
                        .toList());
    }

    private static Arrived arrived(Arrival arrival) {
        return new Arrived(
                arrival.tenant().environment().code(),
                arrival.network().code(),
                arrival.address().value(),
                arrival.contract().map(Address::value),
                arrival.units(),
                arrival.why().code(),
                arrival.tx().value(),
                arrival.position().value(),
                arrival.seenAt());
    }

    @Command(description = "Credit a flagged deposit, less the asset's flag fee.")
    int complete(@Parameters(paramLabel = "ID") ObjectId id, @Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> decide(
                        platform,
                        id,
                        "completed",
                        desk.entry(Action.DEPOSIT_COMPLETED, Subject.Kind.DEPOSIT, id),
                        tx -> platform.deposits().complete(tx, new DepositId(id))));
    }

    @Command(description = "Leave a flagged deposit flagged for good. No event tells of it.")
    int reject(
            @Parameters(paramLabel = "ID") ObjectId id,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "In words for the client, at most 255 characters.")
                    String reason,
            @Mixin JsonOption json) {
        if (reason.isBlank() || reason.length() > 255) {
            throw new CommandRefused("a reason has 1 to 255 characters");
        }
        return desk.answer(
                json.on(),
                platform -> decide(
                        platform,
                        id,
                        "rejected",
                        desk.entry(Action.DEPOSIT_REJECTED, Subject.Kind.DEPOSIT, id)
                                .after(Details.of("reason", reason)),
                        tx -> platform.deposits().reject(tx, new DepositId(id), reason)));
    }

    private static Decided decide(
            Platform platform,
            ObjectId id,
            String word,
            NewEntry entry,
            Function<Transaction, FlaggedDecision> decision) {
        return platform.db().transact(tx -> {
            Decided decided = decided(id, word, decision.apply(tx));
            Tenant owner = platform.deposits().ownerOf(tx, new DepositId(id)).orElseThrow();
            platform.trail().record(tx, entry.concerning(owner));
            return decided;
        });
    }

    private static Decided decided(ObjectId id, String decision, FlaggedDecision outcome) {
        return switch (outcome) {
            case FlaggedDecision.Done _ -> new Decided(id.value(), decision);
            case FlaggedDecision.NotFound _ -> throw new CommandRefused("there is no deposit " + id);
            case FlaggedDecision.NotFlagged _ ->
                throw new CommandRefused("deposit " + id + " is not flagged, or was decided before");
            case FlaggedDecision.NoRate _ ->
                throw new CommandRefused("there is no price or rate for it now: try again once there is");
        };
    }
}
