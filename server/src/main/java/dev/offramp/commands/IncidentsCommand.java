package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.chains.ChainId;
import dev.offramp.db.ObjectId;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.Incident;
import dev.offramp.deposits.IncidentDecision;
import dev.offramp.deposits.PausedChain;
import dev.offramp.deposits.Resumption;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `incidents`: deposits that were booked and have left their chain, and the chains that are paused for it.
@Command(
        name = "incidents",
        description = "Deposits that were booked and have left their chain: see /docs/self-hosting/incidents.",
        synopsisSubcommandLabel = "COMMAND")
final class IncidentsCommand {

    /// Who decides here, as the audit trail names it.
    private static final String BY = "command line";

    private final Desk desk;

    IncidentsCommand(Desk desk) {
        this.desk = desk;
    }

    /// @param confirmations of the block that has it again
    private record Listed(
            String deposit,
            String environment,
            String network,
            String integration,
            String asset,
            BigDecimal amount,
            String currency,
            BigDecimal credited,
            BigDecimal held,
            BigDecimal shortfall,
            Instant noticedAt,
            Optional<Integer> confirmations) {}

    private record Corrected(
            String deposit, String decision, String currency, BigDecimal takenBack, BigDecimal receivable) {}

    private record Dismissed(String deposit, String decision, String currency, BigDecimal released) {}

    private record Paused(String environment, String network, long readUpTo, String reason) {}

    private record Resumed(String environment, String network, long readUpTo) {}

    @Command(description = "Those that wait for a decision, of both environments, oldest first.")
    int list(@Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Map<IntegrationId, String> names = platform.tenancy().integrations().stream()
                    .collect(Collectors.toMap(Integration::id, Integration::name));
            return platform.deposits().incidents().stream()
                    .map(incident -> listed(platform, names, incident))
                    .toList();
        });
    }

    private static Listed listed(Platform platform, Map<IntegrationId, String> names, Incident incident) {
        IntegrationId owner = incident.tenant().integration();
        int decimals =
                platform.assets().find(incident.coins().asset()).orElseThrow().decimals();
        return new Listed(
                incident.deposit().toString(),
                incident.chain().environment().code(),
                incident.chain().network().code(),
                names.getOrDefault(owner, owner.toString()),
                incident.coins().asset().value(),
                incident.coins().decimal(decimals),
                incident.credited().asset().value(),
                decimal(incident.credited()),
                decimal(incident.held()),
                decimal(incident.shortfall()),
                incident.noticedAt(),
                incident.back().map(Incident.Back::confirmations));
    }

    @Command(
            description = "Undo what was booked for a deposit that is gone: what is held is taken back, what is missing"
                    + " becomes the tenant's debt, and trade.deleted is sent.")
    int correct(@Parameters(paramLabel = "ID", description = "The deposit.") ObjectId id, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Incident incident = platform.db().transact(tx -> {
                Incident corrected = decided(id, platform.deposits().correct(tx, new DepositId(id), BY));
                platform.trail().record(tx, entry(Action.INCIDENT_CORRECTED, corrected));
                return corrected;
            });
            return new Corrected(
                    id.value(),
                    "corrected",
                    incident.credited().asset().value(),
                    decimal(incident.held()),
                    decimal(incident.shortfall()));
        });
    }

    @Command(description = "Free what is held for a deposit that is on the chain again. No money moves.")
    int dismiss(@Parameters(paramLabel = "ID", description = "The deposit.") ObjectId id, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Incident incident = platform.db().transact(tx -> {
                Incident dismissed = decided(id, platform.deposits().dismiss(tx, new DepositId(id), BY));
                platform.trail().record(tx, entry(Action.INCIDENT_DISMISSED, dismissed));
                return dismissed;
            });
            return new Dismissed(
                    id.value(), "dismissed", incident.credited().asset().value(), decimal(incident.held()));
        });
    }

    private NewEntry entry(Action action, Incident incident) {
        return desk.entry(action, Subject.Kind.INCIDENT, incident.deposit())
                .concerning(incident.tenant())
                .before(Details.of("chain", incident.chain())
                        .with(
                                "credited",
                                decimal(incident.credited()) + " "
                                        + incident.credited().asset())
                        .with("held", decimal(incident.held()))
                        .with("shortfall", decimal(incident.shortfall())));
    }

    private static Incident decided(ObjectId id, IncidentDecision outcome) {
        return switch (outcome) {
            case IncidentDecision.Done(Incident incident) -> incident;
            case IncidentDecision.NoOpenIncident _ ->
                throw new CommandRefused("deposit " + id + " has no incident that waits for a decision");
            case IncidentDecision.CameBack(Incident.Back back) ->
                throw new CommandRefused("deposit " + id + " is on the chain again, in block "
                        + back.block().height() + ": its credit is right, dismiss the incident");
            case IncidentDecision.StillGone _ ->
                throw new CommandRefused("deposit " + id + " is not on the chain: correct the incident, or wait");
            case IncidentDecision.TooShallow(int confirmations, int required) ->
                throw new CommandRefused("deposit " + id + " is on the chain again with " + confirmations + " of "
                        + required + " confirmations: wait");
        };
    }

    @Command(description = "The chains that are paused, and why.")
    int chains(@Mixin JsonOption json) {
        return desk.answer(
                json.on(),
                platform -> platform.deposits().pausedChains().stream()
                        .map(IncidentsCommand::paused)
                        .toList());
    }

    private static Paused paused(PausedChain paused) {
        return new Paused(
                paused.chain().environment().code(),
                paused.chain().network().code(),
                paused.readUpTo().height(),
                paused.reason());
    }

    @Command(description = "Read a paused chain again from where it was paused, once its incidents are decided.")
    int resume(@Mixin ChainChoice choice, @Mixin JsonOption json) {
        ChainId chain = choice.chain();
        return desk.answer(
                json.on(),
                platform -> platform.db().transact(tx -> {
                    Resumed resumed = resumed(chain, platform.deposits().resume(tx, chain));
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(Action.CHAIN_RESUMED, Subject.Kind.CHAIN, chain)
                                            .after(Details.of("readUpTo", resumed.readUpTo())));
                    return resumed;
                }));
    }

    private static Resumed resumed(ChainId chain, Resumption outcome) {
        return switch (outcome) {
            case Resumption.Resumed resumed ->
                new Resumed(
                        chain.environment().code(),
                        chain.network().code(),
                        resumed.from().height());
            case Resumption.NotPaused _ -> throw new CommandRefused(chain + " is not paused");
            case Resumption.IncidentsOpen open ->
                throw new CommandRefused(chain + " stays paused until these deposits are corrected or dismissed: "
                        + open.deposits().stream().map(DepositId::toString).collect(Collectors.joining(", ")));
        };
    }

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }
}
