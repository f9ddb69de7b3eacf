package dev.offramp.http.bank;

import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Banks;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.ChoiceField;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.OrNull;
import dev.offramp.wire.Shape;
import dev.offramp.wire.bank.BankJson;
import java.util.List;

/// The banks of one currency, all of them; none for dollars.
public record ListBanks(Banks banks) implements Endpoint {

    private static final ChoiceField<Fiat> CURRENCY = Fields.choice(
                    "currency", Fiat.class, Fiat::code, List.of(Fiat.NGN, Fiat.GHS, Fiat.USD))
            .required()
            .saying("currency ISO code should be one of ngn, ghs, usd");

    @Override
    public Route route() {
        return Route.get("/payments/banks", Scope.READ).query(Form.of(CURRENCY));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "List banks",
                "The banks and mobile-money providers of one currency, all of them; none for dollars.",
                new Shape.All(BankJson.class));
    }

    @Override
    public Answer answer(Request request) {
        List<BankJson> list = banks.in(request.query().get(CURRENCY)).stream()
                .map(ListBanks::json)
                .toList();
        return Answer.success(Message.DATA_FETCHED, list);
    }

    /// The codes are those of rails we do not have.
    private static BankJson json(Bank bank) {
        return new BankJson(
                bank.id().value(),
                bank.name(),
                bank.slug(),
                bank.country(),
                bank.currency().code(),
                bank.type().code(),
                OrNull.empty(),
                OrNull.empty(),
                OrNull.empty(),
                OrNull.empty(),
                OrNull.empty());
    }
}
