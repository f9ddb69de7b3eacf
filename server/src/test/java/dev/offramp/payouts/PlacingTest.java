package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private PayoutFixture fixture;

    @BeforeEach
    void open() {
        fixture = new PayoutFixture();
        fixture.credit(fixture.tenant, Fiat.NGN, "94221.52");
    }

    @AfterEach
    void close() {
        assertThat(fixture.audit()).isEmpty();
        fixture.close();
    }

    @Test
    void setsTheAmountAsideAndTakesTheFeeOutOfIt() {
        PayoutSnapshot payout = fixture.placed(fixture.settlement("94221.00", PayoutFixture.PAYS));

        assertThat(payout.payoutAmount()).isEqualTo(ngn("94171.00"));
        assertThat(payout.fee()).isEqualTo(ngn("50.00"));
        assertThat(payout.status()).isEqualTo(PayoutStatus.PENDING);
        assertThat(fixture.available()).isEqualTo(ngn("0.52"));
        assertThat(fixture.find(payout)).isEqualTo(payout);
    }

    @Test
    void decidesABatchInOrderAndKeepsNothingOfTheRefused() {
        List<Placement> placements = fixture.place(
                fixture.settlement("90000.00", PayoutFixture.PAYS),
                fixture.settlement("5000.00", PayoutFixture.PAYS),
                fixture.settlement("99.99", PayoutFixture.PAYS),
                fixture.settlement("4000.00", PayoutFixture.PAYS));

        assertThat(placements.get(0)).isInstanceOf(Placement.Placed.class);
        assertThat(placements.get(1)).isEqualTo(new Placement.InsufficientFunds(ngn("4221.52")));
        assertThat(placements.get(2)).isEqualTo(new Placement.BelowMinimum(ngn("100.00")));
        assertThat(placements.get(3)).isInstanceOf(Placement.Placed.class);
        assertThat(AllPayouts.of(fixture.db, fixture.payouts, fixture.tenant)).hasSize(2);
        assertThat(fixture.factsByPayout().values())
                .containsExactly(List.of("PayoutPlaced 1"), List.of("PayoutPlaced 1"));
    }

    @Test
    void servesManyTenantsInOneBatch() {
        Tenant other = new Tenant(new IntegrationId(fixture.ids.next()), Environment.DEVELOPMENT);
        fixture.credit(other, Fiat.GHS, "10.00");

        List<Placement> placements = fixture.place(
                fixture.settlement(other, Fiat.GHS, "10.00", "0241234567"),
                fixture.settlement(fixture.tenant, Fiat.NGN, "100.00", PayoutFixture.PAYS),
                fixture.settlement(other, Fiat.GHS, "4.99", "0241234567"));

        assertThat(placements.get(0))
                .isInstanceOfSatisfying(
                        Placement.Placed.class,
                        placed -> assertThat(placed.payout().payoutAmount()).isEqualTo(Fiat.GHS.money("8.00")));
        assertThat(placements.get(1)).isInstanceOf(Placement.Placed.class);
        assertThat(placements.get(2)).isEqualTo(new Placement.BelowMinimum(Fiat.GHS.money("5.00")));
    }

    @Test
    void keepsToTheTenantsOwnMaximum() {
        fixture.db.run(tx -> fixture.payouts.limit(tx, fixture.tenant, Fiat.NGN, Optional.of(ngn("1000.00"))));

        assertThat(fixture.place(
                        fixture.settlement("1000.01", PayoutFixture.PAYS),
                        fixture.settlement("1000.00", PayoutFixture.PAYS)))
                .first()
                .isEqualTo(new Placement.AboveMaximum(ngn("1000.00")));

        fixture.db.run(tx -> fixture.payouts.limit(tx, fixture.tenant, Fiat.NGN, Optional.empty()));
        assertThat(fixture.place(fixture.settlement("1000.01", PayoutFixture.PAYS)))
                .first()
                .isInstanceOf(Placement.Placed.class);
    }

    @Test
    void refusesWhatNoRailPays() {
        Tenant live = new Tenant(fixture.tenant.integration(), Environment.PRODUCTION);
        fixture.credit(live, Fiat.NGN, "1000.00");

        assertThat(fixture.place(
                        fixture.settlement(live, Fiat.NGN, "500.00", PayoutFixture.PAYS),
                        fixture.settlement(fixture.tenant, Fiat.USD, "500.00", PayoutFixture.PAYS)))
                .containsExactly(new Placement.NoRail(Fiat.NGN), new Placement.NoRail(Fiat.USD));
        assertThat(fixture.db.<Map<Tenant, PayoutTerms>>transact(
                        tx -> fixture.payouts.terms(tx, List.of(live, fixture.tenant), Fiat.NGN)))
                .containsOnlyKeys(fixture.tenant);
    }

    @Test
    void settlesADepositOnce() {
        NewPayout wish = fixture.settlement("500.00", PayoutFixture.PAYS);
        PayoutSnapshot first = fixture.placed(wish);

        assertThat(fixture.place(wish)).containsExactly(new Placement.AlreadyPlaced(first.id()));
        assertThat(fixture.available()).isEqualTo(ngn("93721.52"));
    }

    @Test
    void usesAnExternalIdOncePerTenant() {
        Tenant other = new Tenant(new IntegrationId(fixture.ids.next()), Environment.DEVELOPMENT);
        fixture.credit(other, Fiat.NGN, "500.00");
        PayoutSnapshot first = fixture.placed(withdrawal(fixture.tenant, "order-7"));

        assertThat(fixture.place(withdrawal(fixture.tenant, "order-7"), withdrawal(other, "order-7")))
                .first()
                .isEqualTo(new Placement.AlreadyPlaced(first.id()));
        assertThat(fixture.payouts.find(fixture.tenant, "order-7")).contains(first);
        assertThat(fixture.payouts.find(other, "order-7")).get().isNotEqualTo(first);
    }

    @Test
    void hidesThePayoutsOfOthers() {
        PayoutSnapshot payout = fixture.placed(fixture.settlement("500.00", PayoutFixture.PAYS));
        Tenant stranger = new Tenant(new IntegrationId(fixture.ids.next()), Environment.DEVELOPMENT);
        Tenant otherWorld = new Tenant(fixture.tenant.integration(), Environment.PRODUCTION);

        assertThat(fixture.payouts.find(stranger, payout.id().toString())).isEmpty();
        assertThat(fixture.payouts.find(otherWorld, payout.id().toString())).isEmpty();
        assertThat(AllPayouts.of(fixture.db, fixture.payouts, stranger)).isEmpty();
    }

    @Test
    void leavesNothingWhenTheCallersTransactionFails() {
        try {
            fixture.db.run(tx -> {
                fixture.payouts.place(tx, List.of(fixture.settlement("500.00", PayoutFixture.PAYS)));
                throw new IllegalStateException("the caller failed");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the caller failed");
        }

        assertThat(fixture.available()).isEqualTo(ngn("94221.52"));
        assertThat(AllPayouts.of(fixture.db, fixture.payouts, fixture.tenant)).isEmpty();
    }

    @Test
    void tellsNoAccountNumberToALog() {
        NewPayout wish = fixture.settlement("500.00", PayoutFixture.PAYS);
        PayoutSnapshot payout = fixture.placed(wish);

        assertThat(List.of(
                        wish.toString(),
                        payout.toString(),
                        PayoutFact.of(payout).toString()))
                .noneMatch(text -> text.contains(PayoutFixture.PAYS) || text.contains("ADA OBI"));
    }

    private NewPayout withdrawal(Tenant tenant, String externalId) {
        return new NewPayout(
                tenant,
                new PayoutOrigin.Withdrawal(new SavedBankId(fixture.ids.next()), Optional.of(externalId)),
                ngn("500.00"),
                PayoutFixture.account(Fiat.NGN, PayoutFixture.PAYS));
    }

    private static Money ngn(String amount) {
        return Fiat.NGN.money(amount);
    }
}
