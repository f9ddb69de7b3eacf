package dev.offramp.mcp;

import dev.offramp.mcp.Tool.Argument;
import dev.offramp.mcp.Tool.Found;
import dev.offramp.web.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tools that read what a business has. Each is a request to the API, with the caller's own credentials: what these
/// do not allow is refused there.
public final class AccountTools implements ToolBox {

    private static final int ID_MAX = 100;
    private static final int VALUE_MAX = 500;

    private static final List<Argument> OF_LISTS = List.of(
            argument("page", "From 1 on."),
            argument("size", "Entries of a page, at most 200."),
            argument("filter", "field:value, several parted by commas, as /docs/pagination says."),
            argument("search", "Words to look for."),
            argument("startDate", "ISO 8601."),
            argument("endDate", "ISO 8601."));

    private static final List<Argument> ID = List.of(new Argument("id", "Its id.", ID_MAX, true));
    private static final List<Argument> NONE = List.of();

    /// A question to the API that changes nothing.
    ///
    /// @param path below `/v1`, with `{name}` where an argument goes; the others go into the query
    private record Reading(String name, String title, String description, String path, List<Argument> arguments) {}

    private static final List<Reading> READ = List.of(
            new Reading(
                    "list_assets",
                    "List assets",
                    "All that can be deposited, with ids, minimums and rates.",
                    "/trades/assets",
                    NONE),
            new Reading(
                    "list_rates",
                    "List rates",
                    "What each coin is bought for at the moment.",
                    "/trades/pbc/sell/rates",
                    NONE),
            new Reading(
                    "show_business",
                    "Show the business",
                    "Balances, fees, limits and settings of the caller.",
                    "/users/fetch-integration",
                    NONE),
            new Reading("list_wallets", "List wallets", "Deposit addresses.", "/trades/wallets", OF_LISTS),
            new Reading(
                    "show_wallet",
                    "Show a wallet",
                    "One deposit address, with its deposits.",
                    "/trades/wallets/{id}",
                    ID),
            new Reading(
                    "list_transactions",
                    "List transactions",
                    "Deposits, the youngest first.",
                    "/trades/transactions",
                    OF_LISTS),
            new Reading("show_transaction", "Show a transaction", "One deposit.", "/trades/transactions/{id}", ID),
            new Reading(
                    "list_withdrawals",
                    "List withdrawals",
                    "Money out: payouts to banks and stablecoins sent.",
                    "/payments/withdrawals",
                    OF_LISTS),
            new Reading(
                    "show_withdrawal",
                    "Show a withdrawal",
                    "One of them, by its id or your externalId.",
                    "/payments/withdrawal/{id}",
                    ID),
            new Reading(
                    "list_deliveries",
                    "List webhook deliveries",
                    "What was sent to receivers, and what they answered.",
                    "/transactions/webhooks",
                    OF_LISTS),
            new Reading(
                    "show_delivery",
                    "Show a webhook delivery",
                    "One of them, with every attempt.",
                    "/transactions/webhooks/{id}",
                    ID));

    private final Api api;

    /// @param api the face that has `/v1`
    public AccountTools(Face api) {
        this.api = new Api(api);
    }

    private static Argument argument(String name, String description) {
        return new Argument(name, description, VALUE_MAX, false);
    }

    @Override
    public List<Tool> tools() {
        return READ.stream().map(this::tool).toList();
    }

    private Tool tool(Reading reading) {
        return new Tool(
                reading.name(),
                reading.title(),
                reading.description(),
                reading.arguments(),
                Audience.WITH_CREDENTIALS,
                false,
                (caller, given) -> ask(caller, reading, given));
    }

    private Found ask(Caller caller, Reading reading, Arguments given) {
        List<String> query = new ArrayList<>();
        String filled = reading.path();
        for (Argument argument : reading.arguments()) {
            String value = Api.encoded(given.text(argument.name()));
            if (filled.contains("{" + argument.name() + "}")) {
                filled = filled.replace("{" + argument.name() + "}", value);
            } else if (!value.isEmpty()) {
                query.add(argument.name() + "=" + value);
            }
        }
        return api.read(caller, filled, query.stream().collect(Collectors.joining("&")));
    }
}
