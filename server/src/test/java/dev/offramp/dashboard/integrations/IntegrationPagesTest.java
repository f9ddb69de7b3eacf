package dev.offramp.dashboard.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.money.Fiat;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.FeeTiers;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Entry;
import dev.offramp.withdrawals.WithdrawalLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntegrationPagesTest {

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser operator = Operators.signedIn(dashboard);
    private final String page = "/operator/integrations/" + dashboard.business.merchantReference();
    private final Tenant production = new Tenant(dashboard.business.id(), Environment.PRODUCTION);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void listBusinessesWithWhatTheyWereCreditedLately() {
        dashboard.integration("<b>Other</b>");
        dashboard.deposit("ada", "59");
        dashboard.deposit("bob", "60.5");
        dashboard.settle();

        String list = operator.get("/operator/integrations").body();

        assertThat(list)
                .contains("Shop", page, "119.50 USD in 2", "0.00 USD in 0", "Active", "&lt;b&gt;Other&lt;/b&gt;")
                .doesNotContain("<b>Other");
        int some = Operators.statements(operator, "/operator/integrations");
        dashboard.integration("One more");
        assertThat(Operators.statements(operator, "/operator/integrations")).isEqualTo(some);
    }

    @Test
    void approveAndSuspendABusiness() {
        operator.post(page + "/close-production");
        assertThat(integration().productionApproved()).isFalse();
        operator.post(page + "/approve");
        assertThat(integration().productionApproved()).isTrue();
        Entry approved = Operators.lastEntry(dashboard);
        assertThat(approved.action()).isEqualTo("integration.approved");
        assertThat(approved.concern().integration()).contains(dashboard.business.id());
        assertThat(approved.before().values()).containsEntry("production", "closed");

        assertThat(operator.post(page + "/suspend").outcome()).isEqualTo("303 " + page);
        assertThat(integration().isActive()).isFalse();
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("integration.suspended");
        assertThat(operator.get(page).body()).contains("Suspended", "Its requests are refused from now on.");

        operator.post(page + "/resume");
        assertThat(integration().isActive()).isTrue();
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("integration.resumed");
    }

    @Test
    void setFeeTiersOfOneEnvironment() {
        Reply set = operator.post(page + "/production/fees", "tiers", "0 = 0.5\n1000 = 0.4\n");

        assertThat(set.outcome()).isEqualTo("303 " + page + "/production");
        assertThat(tiers(production).bands()).hasSize(2);
        assertThat(tiers(dashboard.tenant())).isEqualTo(FeeTiers.STANDARD);
        Entry entry = Operators.lastEntry(dashboard);
        assertThat(entry.action()).isEqualTo("integration.fee-tiers-changed");
        assertThat(entry.before().values()).containsEntry("tiers", "0 = 0.5, 1000 = 0.5, 5000 = 0.5");
        assertThat(entry.after().values()).containsEntry("tiers", "0 = 0.5, 1000 = 0.4");
    }

    @Test
    void sayWhatIsWrongWithFeeTiersAndKeepThem() {
        Reply words = operator.post(page + "/production/fees", "tiers", "half a percent");
        assertThat(words.status()).isEqualTo(422);
        assertThat(words.body()).contains("Each line is an amount", ">half a percent</textarea>");

        Reply late = operator.post(page + "/production/fees", "tiers", "10 = 0.5");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("The first tier starts at 0.", ">10 = 0.5</textarea>");
        assertThat(tiers(production)).isEqualTo(FeeTiers.STANDARD);
    }

    @Test
    void limitPayoutsAndLiftTheLimit() {
        operator.post(page + "/production/payout-maximum", "currency", "NGN", "most", "500,000");
        assertThat(operator.get(page).body()).contains("NGN: 500,000.00 NGN", "GHS: no limit");
        assertThat(Operators.lastEntry(dashboard).after().values()).containsEntry("largest payout", "500000.00");

        operator.post(page + "/production/payout-maximum", "currency", "NGN", "most", "");
        assertThat(operator.get(page).body()).contains("NGN: no limit");
        Reply wrong = operator.post(page + "/production/payout-maximum", "currency", "USD", "most", "1.234");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose one of the list.", "must have at most 2 decimals");
    }

    @Test
    void limitWithdrawalsAndGiveTheUsualLimitsBack() {
        operator.post(page + "/production/withdrawal-limits", "least", "10", "largest", "100");
        assertThat(limits()).isEqualTo(new WithdrawalLimits(Fiat.USD.money("10.00"), Fiat.USD.money("100.00")));
        assertThat(operator.get(page).body()).contains("10.00 USD to 100.00 USD", "its own limits");

        Reply half = operator.post(page + "/production/withdrawal-limits", "least", "10");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("Give both amounts");
        Reply turned = operator.post(page + "/production/withdrawal-limits", "least", "100", "largest", "10");
        assertThat(turned.body()).contains("must not be less than the smallest");

        operator.post(page + "/production/withdrawal-limits");
        assertThat(limits()).isEqualTo(new WithdrawalLimits(Fiat.USD.money("5.00"), Fiat.USD.money("50000.00")));
    }

    @Test
    void knowNoBusinessThatIsNotThere() {
        assertThat(operator.get("/operator/integrations/B-NOBODY").status()).isEqualTo(404);
        assertThat(operator.post("/operator/integrations/B-NOBODY/suspend").status())
                .isEqualTo(404);
        assertThat(operator.get(page + "/sandbox").status()).isEqualTo(404);
    }

    private Integration integration() {
        return dashboard
                .platform
                .tenancy()
                .find(dashboard.business.id().toString())
                .orElseThrow();
    }

    private FeeTiers tiers(Tenant tenant) {
        return dashboard
                .db
                .transact(tx -> dashboard.platform.tenancy().settings(tx, tenant))
                .feeTiers();
    }

    private WithdrawalLimits limits() {
        return dashboard.db.transact(tx -> dashboard.platform.withdrawals().limits(tx, production));
    }
}
