package dev.offramp.dashboard.settings;

import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.credentials.CredentialPages;
import dev.offramp.dashboard.outflows.Payees;
import dev.offramp.dashboard.outflows.Payees.Payee;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.tenancy.CoolingOff;
import dev.offramp.tenancy.PinStanding;
import dev.offramp.tenancy.TenantSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The settings as they are, of one moment.
///
/// @param destination in words; `off` where there is none
/// @param destinationId what stands for it in the form: `off`, the id of a saved bank or address, or nothing where it
///     is none of these any more
/// @param payees what may be chosen
/// @param sandboxTools whether AI assistants may make things up in the sandbox
public record Current(
        TenantSettings settings,
        String destination,
        String destinationId,
        List<Payee> payees,
        CoolingOff coolingOff,
        AllowList allowList,
        boolean sandboxTools,
        PinStanding pin) {

    static final String OFF = "off";

    static Current of(Transaction tx, Visit visit, Uses uses) {
        Optional<Destination> destination = destination(tx, visit, uses);
        return new Current(
                uses.tenancy().settings(tx, visit.tenant()),
                destination
                        .map(known -> words(known, visit.may(Permission.SEE_ACCOUNTS)))
                        .orElse(OFF),
                destination.map(_ -> "").orElse(OFF),
                Stream.concat(
                                Payees.banks(tx, visit, uses).all().stream(),
                                Payees.addresses(tx, visit, uses).all().stream())
                        .toList(),
                uses.tenancy().coolingOff(tx, visit.tenant()),
                AllowList.of(CredentialPages.managed(tx, visit, uses)),
                visit.business().integration().sandboxTools(),
                uses.tenancy().pinStanding(tx, visit.tenant()));
    }

    static Optional<Destination> destination(Transaction tx, Visit visit, Uses uses) {
        return Optional.ofNullable(
                uses.destinations().businessWide(tx, List.of(visit.tenant())).get(visit.tenant()));
    }

    static String words(Destination destination, boolean isWhole) {
        return switch (destination) {
            case Destination.Bank(BankAccount account) ->
                account.bankName() + ", "
                        + (isWhole ? account.accountNumber() : Figures.masked(account.accountNumber()));
            case Destination.CoinAddress coins ->
                coins.token() + " on " + coins.network().network().displayName() + ": " + coins.address();
        };
    }
}
