package dev.offramp.bench.verify;

import dev.offramp.payouts.BankId;
import dev.offramp.payouts.PayoutReference;
import dev.offramp.payouts.Rail;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A rail whose answers get lost on the way, and whose requests may arrive twice.
final class ChaosRail implements Rail {

    private final Rail rail;
    private final Chaos chaos;

    ChaosRail(Rail rail, Chaos chaos) {
        this.rail = rail;
        this.chaos = chaos;
    }

    @Override
    public NameCheck resolve(BankId bank, String accountNumber) {
        return rail.resolve(bank, accountNumber);
    }

    @Override
    public Map<PayoutReference, Submission> submit(List<Order> orders) {
        chaos.loseAnswer();
        Map<PayoutReference, Submission> answer = rail.submit(orders);
        if (chaos.doubles()) {
            rail.submit(orders);
        }
        chaos.loseAnswer();
        return answer;
    }

    @Override
    public Map<PayoutReference, Standing> query(Set<PayoutReference> references) {
        chaos.loseAnswer();
        return rail.query(references);
    }
}
