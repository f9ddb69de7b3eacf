package dev.offramp.dashboard.banks;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Look.Choice;
import java.util.Arrays;
import java.util.List;

/// An address for withdrawals, as people fill it in.
public final class AddressForm {

    /// Not called `token`: every form of ours has a field of that name.
    public static final Field<Token> TOKEN = Fields.choice(
                    "coin",
                    "Coin",
                    Arrays.stream(Token.values())
                            .map(token -> new Choice(token.code(), token.name()))
                            .toList(),
                    Token::parse)
            .required();

    public static final Field<TokenNetwork> NETWORK = Fields.choice(
                    "network",
                    "Network",
                    Arrays.stream(TokenNetwork.values())
                            .map(network -> new Choice(
                                    network.code(), network.network().displayName() + " (" + network.name() + ")"))
                            .toList(),
                    TokenNetwork::parse)
            .required();

    public static final Field<String> ADDRESS =
            Fields.text("address", "Address").required();
    public static final Field<String> LABEL = Fields.text("label", "Your name for it");

    static final List<Field<?>> ALL = List.of(TOKEN, NETWORK, ADDRESS, LABEL);

    private AddressForm() {}
}
