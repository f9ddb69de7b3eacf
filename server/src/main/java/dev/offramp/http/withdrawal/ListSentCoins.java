package dev.offramp.http.withdrawal;

import dev.offramp.db.Database;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Scope;
import dev.offramp.wire.Message;
import dev.offramp.wire.Shape;
import dev.offramp.wire.withdrawal.SentCoinJson;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.SentCoin;
import dev.offramp.withdrawals.Withdrawals;
import java.math.BigDecimal;
import java.util.List;

/// Which coins can be withdrawn on which networks, and what that costs; nothing where nothing can be sent.
public record ListSentCoins(Database db, Withdrawals withdrawals) implements Endpoint {

    @Override
    public Route route() {
        return Route.get("/payments/supported-assets-info", Scope.READ);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "List coins that can be withdrawn",
                "Which coins can be withdrawn on which networks, and what that costs.",
                new Shape.All(SentCoinJson.class));
    }

    @Override
    public Answer answer(Request request) {
        List<SentCoinJson> list = db.transact(tx -> withdrawals.offer(tx, request.tenant())).stream()
                .map(ListSentCoins::json)
                .toList();
        return Answer.success(Message.DATA_FETCHED, list);
    }

    private static SentCoinJson json(SentCoin sent) {
        return new SentCoinJson(
                sent.coin().token().name(),
                sent.coin().network().name(),
                sent.coin().network().network().displayName(),
                new SentCoinJson.FeesJson(
                        fee(sent, FeeLevel.LOW), fee(sent, FeeLevel.MEDIUM), fee(sent, FeeLevel.HIGH)),
                decimal(sent.limits().minimum()),
                decimal(sent.limits().maximum()));
    }

    private static BigDecimal fee(SentCoin sent, FeeLevel level) {
        return decimal(sent.fee(level));
    }

    private static BigDecimal decimal(Money money) {
        return money.decimal(Fiat.SCALE);
    }
}
