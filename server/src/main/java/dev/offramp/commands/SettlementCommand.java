package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Payouts.Resolution;
import dev.offramp.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `settlement`: where all deposits go whose address has no bank of its own that is switched on.
@Command(
        name = "settlement",
        description = "Business-wide settlement: the bank account that deposits without one of their own go to.",
        synopsisSubcommandLabel = "COMMAND")
final class SettlementCommand {

    private final Desk desk;

    SettlementCommand(Desk desk) {
        this.desk = desk;
    }

    private record Shown(
            String environment,
            String settlement,
            Optional<String> bankId,
            Optional<String> bankName,
            Optional<String> accountNumber,
            Optional<String> accountName,
            Optional<String> currency) {}

    @Command(name = "set", description = "Send them to this account.")
    int set(
            @Option(names = "--bank", required = true, paramLabel = "ID", description = "Id from the list of banks.")
                    String bankId,
            @Option(names = "--account", required = true, paramLabel = "NUMBER") String number,
            @Option(
                            names = "--narration",
                            paramLabel = "TEXT",
                            description = "What the payee reads, at most 32 characters.")
                    String narration,
            @Mixin TenantChoice choice,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            BankAccount account = resolve(platform, tenant, bankId, number, Optional.ofNullable(narration));
            platform.db().run(tx -> platform.destinations().setBusinessWide(tx, tenant, new Destination.Bank(account)));
            return shown(tenant, Optional.of(account));
        });
    }

    private static BankAccount resolve(
            Platform platform, Tenant tenant, String bankId, String number, Optional<String> narration) {
        Bank bank = platform.banks().find(bankId).orElseThrow(() -> new CommandRefused("there is no bank " + bankId));
        if (!number.matches("[0-9]{6,20}")) {
            throw new CommandRefused("an account number has 6 to 20 digits");
        }
        return switch (platform.payouts().resolve(tenant.environment(), bank, number, narration)) {
            case Resolution.Resolved(BankAccount account) -> account;
            case Resolution.NotResolved _ -> throw new CommandRefused("account name could not be resolved");
            case Resolution.NoRail _ ->
                throw new CommandRefused("no rail pays " + bank.currency() + " in "
                        + tenant.environment().code());
        };
    }

    @Command(description = "Leave them in the balance again.")
    int clear(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            platform.db().run(tx -> platform.destinations().clearBusinessWide(tx, tenant));
            return shown(tenant, Optional.empty());
        });
    }

    @Command(description = "Where they go now.")
    int show(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            Map<Tenant, Destination> set =
                    platform.db().transact(tx -> platform.destinations().businessWide(tx, Set.of(tenant)));
            return shown(tenant, Optional.ofNullable(set.get(tenant)).map(SettlementCommand::account));
        });
    }

    private static BankAccount account(Destination destination) {
        return switch (destination) {
            case Destination.Bank(BankAccount account) -> account;
        };
    }

    private static Shown shown(Tenant tenant, Optional<BankAccount> account) {
        return new Shown(
                tenant.environment().code(),
                account.isPresent() ? "on" : "off",
                account.map(BankAccount::bankId),
                account.map(BankAccount::bankName),
                account.map(BankAccount::accountNumber),
                account.map(BankAccount::accountName),
                account.map(one -> one.currency().code()));
    }
}
