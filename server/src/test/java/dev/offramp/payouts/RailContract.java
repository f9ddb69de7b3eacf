package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.money.Fiat;
import dev.offramp.payouts.Rail.NameCheck;
import dev.offramp.payouts.Rail.Order;
import dev.offramp.payouts.Rail.Standing;
import dev.offramp.payouts.Rail.Submission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every rail adapter keeps.
interface RailContract {

    Rail rail();

    /// An account that is paid at once or soon.
    Order payable(String reference);

    /// An account that is refused.
    Order refused(String reference);

    /// Lets the rail get on with what it has taken on.
    void letTimePass();

    /// How much the rail has paid in all.
    long unitsPaid();

    @Test
    default void paysWhatItAccepted() {
        Order order = payable("contract-1");

        assertThat(rail().submit(List.of(order))).isEqualTo(Map.of(order.reference(), new Submission.Accepted()));
        letTimePass();

        assertThat(standing(order)).isEqualTo(new Standing.Paid());
        assertThat(unitsPaid()).isEqualTo(order.amount().units().longValueExact());
    }

    @Test
    default void paysAReferenceOnceHoweverOftenItIsSubmitted() {
        Order order = payable("contract-2");

        rail().submit(List.of(order));
        letTimePass();
        assertThat(rail().submit(List.of(order)).get(order.reference())).isNotInstanceOf(Submission.Rejected.class);
        letTimePass();

        assertThat(standing(order)).isEqualTo(new Standing.Paid());
        assertThat(unitsPaid()).isEqualTo(order.amount().units().longValueExact());
    }

    @Test
    default void answersEachOfABatchForItself() {
        Order good = payable("contract-3");
        Order bad = refused("contract-4");

        Map<PayoutReference, Submission> answers = rail().submit(List.of(good, bad));
        letTimePass();

        assertThat(answers.get(good.reference())).isEqualTo(new Submission.Accepted());
        assertThat(answers.get(bad.reference())).isInstanceOf(Submission.Rejected.class);
        assertThat(standing(bad)).isInstanceOf(Standing.Failed.class);
        assertThat(unitsPaid()).isEqualTo(good.amount().units().longValueExact());
    }

    @Test
    default void saysSoWhenItNeverHeardOfAReference() {
        assertThat(standing(payable("contract-never"))).isEqualTo(new Standing.NotFound());
        assertThat(rail().query(Set.of())).isEmpty();
        assertThat(rail().submit(List.of())).isEmpty();
    }

    @Test
    default void givesAnAccountAlwaysTheSameName() {
        Order order = payable("contract-5");

        NameCheck name = rail().resolve(bank(order), order.account().accountNumber());

        assertThat(name)
                .isInstanceOf(NameCheck.Named.class)
                .isEqualTo(rail().resolve(bank(order), order.account().accountNumber()));
        assertThat(name.toString()).doesNotContain(((NameCheck.Named) name).accountName());
    }

    private static BankId bank(Order order) {
        return new BankId(order.account().bankId());
    }

    private Standing standing(Order order) {
        return rail().query(Set.of(order.reference())).get(order.reference());
    }

    static Order order(String reference, String accountNumber) {
        return new Order(
                new PayoutReference(reference),
                PayoutFixture.account(Fiat.NGN, accountNumber),
                Fiat.NGN.money("950.00"));
    }
}
