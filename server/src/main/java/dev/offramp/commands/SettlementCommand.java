package dev.offramp.commands;

import dev.offramp.app.Platform;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.DepositId;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Payouts.Resolution;
import dev.offramp.settlement.SettledAgain;
import dev.offramp.settlement.Settlement;
import dev.offramp.settlement.SkipReason;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `settlement`: where all deposits go whose address has no bank of its own that is switched on.
@Command(
        name = "settlement",
        description =
                "Business-wide settlement: the bank account or the address that deposits without a bank of their own go to.",
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
            Optional<String> currency,
            Optional<Token> token,
            Optional<TokenNetwork> network,
            Optional<String> address) {

        static Shown off(Tenant tenant) {
            return new Shown(
                    tenant.environment().code(),
                    "off",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        static Shown on(Tenant tenant, Destination destination) {
            Optional<BankAccount> bank = destination instanceof Destination.Bank(BankAccount account)
                    ? Optional.of(account)
                    : Optional.empty();
            Optional<Destination.CoinAddress> coins =
                    destination instanceof Destination.CoinAddress address ? Optional.of(address) : Optional.empty();
            return new Shown(
                    tenant.environment().code(),
                    "on",
                    bank.map(BankAccount::bankId),
                    bank.map(BankAccount::bankName),
                    bank.map(BankAccount::accountNumber),
                    bank.map(BankAccount::accountName),
                    Optional.of(destination.currency().code()),
                    coins.map(Destination.CoinAddress::token),
                    coins.map(Destination.CoinAddress::network),
                    coins.map(Destination.CoinAddress::address));
        }
    }

    /// A bank account.
    static final class BankChoice {
        @Option(names = "--bank", required = true, paramLabel = "ID", description = "Id from the list of banks.")
        private String bankId = "";

        @Option(names = "--account", required = true, paramLabel = "NUMBER")
        private String number = "";
    }

    /// An address.
    static final class AddressChoice {
        @Option(names = "--address", required = true, paramLabel = "ADDRESS", description = "Where stablecoins go.")
        private String address = "";

        @Option(names = "--token", required = true, paramLabel = "TOKEN", description = "${COMPLETION-CANDIDATES}")
        private Token token = Token.USDT;

        @Option(names = "--network", required = true, paramLabel = "NETWORK", description = "${COMPLETION-CANDIDATES}")
        private TokenNetwork network = TokenNetwork.ERC20;
    }

    /// One of the two.
    static final class Choice {
        @ArgGroup(exclusive = false)
        private @Nullable BankChoice bank;

        @ArgGroup(exclusive = false)
        private @Nullable AddressChoice address;
    }

    @Command(name = "set", description = "Send them to this account, or this address.")
    int set(
            @ArgGroup(exclusive = true, multiplicity = "1") Choice choice,
            @Option(
                            names = "--narration",
                            paramLabel = "TEXT",
                            description = "What the payee reads, at most 32 characters.")
                    String narration,
            @Mixin TenantChoice tenantChoice,
            @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = tenantChoice.tenant(platform);
            Destination destination = choice.bank != null
                    ? bank(platform, tenant, choice.bank, Optional.ofNullable(narration))
                    : address(platform, tenant, Objects.requireNonNull(choice.address));
            platform.db().run(tx -> {
                NewEntry entry = entry(tx, platform, tenant);
                platform.destinations().setBusinessWide(tx, tenant, destination);
                platform.trail().record(tx, entry.after(details(destination)));
            });
            return Shown.on(tenant, destination);
        });
    }

    private NewEntry entry(Transaction tx, Platform platform, Tenant tenant) {
        Optional<Destination> before = Optional.ofNullable(
                platform.destinations().businessWide(tx, Set.of(tenant)).get(tenant));
        return desk.entry(Action.SETTLEMENT_CHANGED, Subject.Kind.SETTLEMENT, tenant.integration())
                .concerning(tenant)
                .before(before.map(SettlementCommand::details).orElse(Details.NONE));
    }

    private static Details details(Destination destination) {
        return switch (destination) {
            case Destination.Bank(BankAccount account) ->
                Details.of("bank", account.bankName()).withAccount("account", account.accountNumber());
            case Destination.CoinAddress(Token token, TokenNetwork network, String address) ->
                Details.of("token", token).with("network", network).with("address", address);
        };
    }

    private static Destination address(Platform platform, Tenant tenant, AddressChoice choice) {
        return platform.withdrawals()
                .payable(tenant.environment(), choice.token, choice.network, choice.address)
                .map(address -> new Destination.CoinAddress(choice.token, choice.network, address.value()))
                .orElseThrow(() -> new CommandRefused(
                        choice.token + " cannot be sent to " + choice.address + " on " + choice.network));
    }

    private static Destination bank(Platform platform, Tenant tenant, BankChoice choice, Optional<String> narration) {
        Bank bank = platform.banks()
                .find(choice.bankId)
                .orElseThrow(() -> new CommandRefused("there is no bank " + choice.bankId));
        if (!choice.number.matches("[0-9]{6,20}")) {
            throw new CommandRefused("an account number has 6 to 20 digits");
        }
        return switch (platform.payouts().resolve(tenant.environment(), bank, choice.number, narration)) {
            case Resolution.Resolved(BankAccount account) -> new Destination.Bank(account);
            case Resolution.NotResolved _ -> throw new CommandRefused("account name could not be resolved");
            case Resolution.NoRail _ ->
                throw new CommandRefused("no rail pays " + bank.currency() + " in "
                        + tenant.environment().code());
        };
    }

    private record Again(
            String deposit,
            String settlement,
            BigDecimal amount,
            Fiat currency,
            Optional<String> withdrawal,
            Optional<String> reason) {

        static Again of(DepositId deposit, Settlement settlement) {
            Fiat currency = Fiat.parse(settlement.amount().asset().value()).orElseThrow();
            return switch (settlement) {
                case Settlement.Placed placed ->
                    placed(deposit, placed.amount(), currency, placed.payout().toString());
                case Settlement.Sent sent ->
                    placed(deposit, sent.amount(), currency, sent.withdrawal().toString());
                case Settlement.Skipped(Money amount, SkipReason reason) ->
                    new Again(
                            deposit.toString(),
                            "skipped",
                            amount.decimal(Fiat.SCALE),
                            currency,
                            Optional.empty(),
                            Optional.of(reason.words()));
            };
        }

        private static Again placed(DepositId deposit, Money amount, Fiat currency, String withdrawal) {
            return new Again(
                    deposit.toString(),
                    "placed",
                    amount.decimal(Fiat.SCALE),
                    currency,
                    Optional.of(withdrawal),
                    Optional.empty());
        }
    }

    @Command(
            description = "Settle a deposit again whose settlement was skipped or came back, to where it was bound for"
                    + " when it was credited.")
    int again(@Parameters(paramLabel = "TRADE") ObjectId trade, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            DepositId deposit = new DepositId(trade);
            return platform.db().transact(tx -> {
                Again again = again(deposit, platform.settlements().again(tx, deposit));
                NewEntry entry = desk.entry(Action.DEPOSIT_SETTLED_AGAIN, Subject.Kind.DEPOSIT, deposit)
                        .concerning(platform.deposits().ownerOf(tx, deposit).orElseThrow());
                platform.trail()
                        .record(
                                tx,
                                entry.after(Details.of("settlement", again.settlement())
                                        .with("withdrawal", again.withdrawal())
                                        .with("reason", again.reason())));
                return again;
            });
        });
    }

    private static Again again(DepositId deposit, SettledAgain outcome) {
        return switch (outcome) {
            case SettledAgain.Tried(Settlement settlement) -> Again.of(deposit, settlement);
            case SettledAgain.NotReturned _ ->
                throw new CommandRefused("it is settled: what was sent is under way or has arrived");
            case SettledAgain.NeverSettled _ ->
                throw new CommandRefused("there is no such deposit that was to be settled");
        };
    }

    @Command(description = "Leave them in the balance again.")
    int clear(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            platform.db().run(tx -> {
                NewEntry entry = entry(tx, platform, tenant);
                platform.destinations().clearBusinessWide(tx, tenant);
                platform.trail().record(tx, entry);
            });
            return Shown.off(tenant);
        });
    }

    @Command(description = "Where they go now.")
    int show(@Mixin TenantChoice choice, @Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Tenant tenant = choice.tenant(platform);
            Map<Tenant, Destination> set =
                    platform.db().transact(tx -> platform.destinations().businessWide(tx, Set.of(tenant)));
            return Optional.ofNullable(set.get(tenant))
                    .map(destination -> Shown.on(tenant, destination))
                    .orElseGet(() -> Shown.off(tenant));
        });
    }
}
