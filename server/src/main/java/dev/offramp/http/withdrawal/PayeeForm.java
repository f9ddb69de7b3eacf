package dev.offramp.http.withdrawal;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.http.Answer;
import dev.offramp.tenancy.Environment;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import dev.offramp.withdrawals.Withdrawals;
import java.util.List;
import java.util.Optional;

/// What a body says of an address that coins go to, and what is wrong with it.
///
/// @param address the name of the field differs
record PayeeForm(TextField address) {

    static final ChoiceField<Token> TOKEN = Fields.choice("token", Token.class, Token::name, List.of(Token.values()))
            .required();

    /// May be left out where the address leaves one.
    static final ChoiceField<TokenNetwork> NETWORK =
            Fields.choice("network", TokenNetwork.class, TokenNetwork::name, List.of(TokenNetwork.values()));

    sealed interface Reading {
        record Payee(Token token, TokenNetwork network, Address address) implements Reading {}

        record Refused(Answer answer) implements Reading {}
    }

    Reading read(Withdrawals withdrawals, Environment environment, Values body) {
        Token token = body.get(TOKEN);
        String text = body.get(address);
        Optional<TokenNetwork> network =
                body.find(NETWORK).or(() -> only(withdrawals.networksOf(environment, token, text)));
        if (network.isEmpty()) {
            return refused(NETWORK.name(), "network is required");
        }
        if (!withdrawals.has(environment, token, network.get())) {
            return refused(NETWORK.name(), token + " is not on " + network.get());
        }
        return withdrawals
                .payable(environment, token, network.get(), text)
                .<Reading>map(payee -> new Reading.Payee(token, network.get(), payee))
                .orElseGet(() -> refused(address.name(), address.name() + " is not an address of " + network.get()));
    }

    private static Optional<TokenNetwork> only(List<TokenNetwork> networks) {
        return networks.size() == 1 ? Optional.of(networks.getFirst()) : Optional.empty();
    }

    private static Reading refused(String field, String reason) {
        return new Reading.Refused(Answer.invalid(Reasons.of(field, reason)));
    }
}
