package dev.offramp.mcp;

import dev.offramp.mcp.Tool.Argument;
import dev.offramp.mcp.Tool.Found;
import dev.offramp.web.Face;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Tools that make something up in the sandbox, where an owner of the business switched them on. Each is a request to
/// the API, with the caller's own credentials. In production there are none.
public final class SandboxTools implements ToolBox {

    private static final int ADDRESS_MAX = 200;
    private static final int CODE_MAX = 64;
    private static final int ID_MAX = 100;
    private static final int NAME_MAX = 100;

    private static final Argument WALLET_ADDRESS = new Argument(
            "walletAddress",
            "A deposit address of the business, as generate_address or list_wallets gives it.",
            ADDRESS_MAX,
            true);
    private static final Argument ASSET = new Argument(
            "asset", "The asset's identifier that the address is for, such as SOL_USDC_JKVK.", CODE_MAX, true);
    private static final Argument DOLLARS =
            Argument.decimal("amountInUSD", "What it is worth in dollars, as text: 59.");
    private static final Argument COINS = Argument.decimal(
            "cryptoReceived", "How many coins arrive, as text: 59.5. By what they are worth they have their price.");
    private static final Argument REFERENCE = new Argument(
            "reference",
            "A name for the deposit, once in the business: with it a repeat makes no second deposit.",
            NAME_MAX,
            false);

    private static final Argument ASSET_ID =
            new Argument("id", "The asset's id, as list_assets gives it.", ID_MAX, true);
    private static final Argument LABEL =
            new Argument("label", "A name for the customer, once for each asset.", NAME_MAX, true);

    private final Api api;

    /// @param api the face that has `/v1`
    public SandboxTools(Face api) {
        this.api = new Api(api);
    }

    @Override
    public List<Tool> tools() {
        return List.of(
                tool(
                        "make_mock_deposit",
                        "Make a deposit up",
                        "Makes a deposit up in the sandbox, to an address of the business. It is pending at first and"
                                + " goes the way of a real one; show_transaction tells how far it is.",
                        List.of(WALLET_ADDRESS, ASSET, DOLLARS, COINS, REFERENCE),
                        this::deposit),
                tool(
                        "generate_address",
                        "Generate a deposit address",
                        "Generates the one permanent deposit address of an asset and a label, in the sandbox.",
                        List.of(ASSET_ID, LABEL),
                        this::address));
    }

    private static Tool tool(String name, String title, String description, List<Argument> arguments, Tool.Work work) {
        return new Tool(name, title, description, arguments, Audience.OF_THE_SANDBOX, true, work);
    }

    /// What has no name of its own is named after the message it was asked with: one name for each.
    private Found deposit(Caller caller, Arguments given) {
        String name = "mcp-" + caller.request().requestId();
        return api.change(
                caller,
                "/trades/sell/mock-trade",
                Map.of(
                        WALLET_ADDRESS.name(),
                        given.text(WALLET_ADDRESS.name()),
                        ASSET.name(),
                        given.text(ASSET.name()),
                        DOLLARS.name(),
                        new BigDecimal(given.text(DOLLARS.name())),
                        COINS.name(),
                        new BigDecimal(given.text(COINS.name())),
                        REFERENCE.name(),
                        given.find(REFERENCE.name()).orElse(name),
                        "txHash",
                        name));
    }

    private Found address(Caller caller, Arguments given) {
        return api.change(
                caller,
                "/trades/sell/assets/" + Api.encoded(given.text(ASSET_ID.name())) + "/generate-address",
                Map.of(LABEL.name(), given.text(LABEL.name())));
    }
}
