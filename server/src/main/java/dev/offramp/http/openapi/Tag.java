package dev.offramp.http.openapi;

import dev.offramp.http.Endpoint;
import java.util.Arrays;

/// What endpoints are about, by the package they live in.
enum Tag {
    ASSET("Assets", "What can be deposited, and what it is worth."),
    WALLET("Wallets", "Permanent deposit addresses and the bank accounts they pay on to."),
    TRADE("Deposits", "Deposits, called trades and transactions; in the sandbox also made up."),
    BANK("Banks", "The bank list, account holders, and accounts kept for withdrawals."),
    WITHDRAWAL("Withdrawals", "Money out, to bank accounts and as stablecoins."),
    CONVERSION("Conversions", "A business's own money from one currency into another."),
    ACCOUNT("Account", "Balances, conditions and settings of the caller."),
    WEBHOOK("Webhooks", "The log of deliveries, and sending again."),
    OTHER("Other", "");

    private final String title;
    private final String description;

    Tag(String title, String description) {
        this.title = title;
        this.description = description;
    }

    static Tag of(Endpoint endpoint) {
        String name = endpoint.getClass().getPackageName();
        String resource = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(tag -> tag.name().equalsIgnoreCase(resource))
                .findFirst()
                .orElse(OTHER);
    }

    String title() {
        return title;
    }

    Node described() {
        return Node.of("name", title).withAny("description", description);
    }
}
