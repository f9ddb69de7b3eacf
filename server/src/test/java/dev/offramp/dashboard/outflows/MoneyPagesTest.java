package dev.offramp.dashboard.outflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.chains.Address;
import dev.offramp.dashboard.Funds;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.destinations.BankAccount;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.Fiat;
import dev.offramp.outflows.Outflow;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.SavedAddresses;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Money out, from the first field to the end: nothing half-finished is lost, nothing is done twice.
class MoneyPagesTest {

    private static final String NUMBER = "0123456789";
    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]*)\"");

    private final TestDashboard dashboard = new TestDashboard();
    private final Funds funds = new Funds(dashboard);
    private final TestBrowser finance = dashboard.member(Role.FINANCE);
    private final String list = dashboard.root() + "/withdrawals";
    private final String toBank = list + "/bank";
    private final String toAddress = list + "/address";
    private final String convert = dashboard.root() + "/convert";
    private String bank = "";

    @BeforeEach
    void prepare() {
        funds.add(Fiat.NGN, "10000");
        funds.add(Fiat.USD, "500");
        dashboard.platform.tenancy().setPin(dashboard.tenant(), new Pin("4711"));
        bank = saveBank(dashboard.tenant(), NUMBER);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void showsWhatAPayoutComesToAndDoesItWithThePin() {
        Reply look = look(toBank, "bank", bank, "amount", "1,000", "narration", "rent");

        assertThat(look.body())
                .contains("Ada Example", NUMBER, "rent", "1,000.00 NGN", "50.00 NGN", "950.00 NGN", "9,000.00 NGN")
                .contains("Nothing has been moved yet");
        assertThat(outflows()).isEmpty();

        Reply done = confirm(toBank, look, "4711");

        assertThat(done.location()).matches(list + "/[0-9a-f]{24}");
        assertThat(finance.get(done.location()).body()).contains("pending", "950.00 NGN", "rent", "hx-get");
        assertThat(funds.available(Fiat.NGN)).isEqualTo(Fiat.NGN.money("9000"));
    }

    @Test
    void movesMoneyOnceHoweverOftenTheFormArrives() {
        Reply look = look(toBank, "bank", bank, "amount", "1000");
        String path = draft(toBank);

        Reply first = confirm(path, agreed(look), "4711");
        Reply second = confirm(path, agreed(look), "4711");

        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(finance.get(path).outcome()).isEqualTo(first.outcome());
        assertThat(outflows()).hasSize(1);
    }

    @Test
    void keepsADraftWhatsoeverIsWrong() {
        Reply refused = finance.post(toBank, "bank", bank, "amount", "a lot", "narration", "rent");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Amount must be a number", "value=\"a lot\"", "value=\"rent\"");
        assertThat(finance.get(toBank).body()).contains("value=\"a lot\"", "This is what you had begun.");
        assertThat(finance.get(list).body()).contains("You have begun a withdrawal to a bank");
    }

    @Test
    void keepsWhatIsTypedWhileItIsTyped() {
        assertThat(finance.post(toBank + "/keep", "amount", "12", "pin", "4711").status())
                .isEqualTo(200);

        assertThat(finance.get(toBank).body()).contains("value=\"12\"").doesNotContain("4711");
    }

    @Test
    void losesNothingToAWrongPinOrASignInThatIsNotFreshAnyMore() {
        Reply look = look(toBank, "bank", bank, "amount", "1000");
        String path = draft(toBank);

        Reply wrong = confirm(path, agreed(look), "4712");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("That is not the PIN", "950.00 NGN").doesNotContain("4712");
        assertThat(finance.post(path, "agreed", agreed(look)).body()).contains("PIN is required.");
        dashboard.clock.advance(Duration.ofMinutes(11));
        assertThat(confirm(path, agreed(look), "4711").body()).doesNotContain("4711");
        assertThat(outflows()).isEmpty();
        assertThat(finance.get(toBank).body()).contains("value=\"1000\"");
    }

    @Test
    void saysThatThePinIsUnsetOrFrozen() {
        Reply look = look(toBank, "bank", bank, "amount", "1000");
        String path = draft(toBank);
        for (int i = 0; i < 5; i++) {
            confirm(path, agreed(look), "0000");
        }

        assertThat(confirm(path, agreed(look), "4711").body()).contains("The PIN is frozen after five wrong ones");
        assertThat(outflows()).isEmpty();
    }

    @Test
    void showsAgainWhatHasChangedSinceItWasShown() {
        Reply look = look(toBank, "bank", bank, "amount", "1000");
        String path = draft(toBank);
        finance.post(toBank, "bank", bank, "amount", "9000");

        Reply shown = confirm(path, agreed(look), "4711");

        assertThat(shown.status()).isEqualTo(422);
        assertThat(shown.body()).contains("Something has changed since this was shown", "9,000.00 NGN");
        assertThat(outflows()).isEmpty();
    }

    @Test
    void saysWhyAPayoutIsRefused() {
        assertThat(finance.post(toBank, "bank", bank, "amount", "10001").body())
                .contains("The balance has 10,000.00 NGN.");
        assertThat(finance.post(toBank, "bank", bank, "amount", "99").body())
                .contains("Amount must be at least 100.00 NGN.");
        assertThat(finance.post(toBank, "bank", "0".repeat(24), "amount", "1000")
                        .body())
                .contains("This account is not saved any more.");
    }

    @Test
    void waitsForTheCoolingOffTime() {
        coolOff(Duration.ofHours(2));

        assertThat(finance.get(toBank).body()).contains("opens ").containsPattern("<option[^>]*disabled");
        assertThat(finance.post(toBank, "bank", bank, "amount", "1000").body())
                .contains("This account was saved a short while ago. It opens at");
        dashboard.clock.advance(Duration.ofHours(2));
        TestBrowser again = dashboard.member(Role.FINANCE);
        assertThat(again.post(toBank, "bank", bank, "amount", "1000").status()).isEqualTo(303);
    }

    @Test
    void waitsForTheCoolingOffTimeAtTheLastClickToo() {
        Reply look = look(toBank, "bank", bank, "amount", "1000");
        coolOff(Duration.ofHours(2));

        assertThat(confirm(toBank, look, "4711").body()).contains("It opens at");
        assertThat(outflows()).isEmpty();
    }

    @Test
    void sendsStablecoins() {
        String address = saveAddress();

        Reply look = look(toAddress, "address", address, "amount", "20", "feeLevel", "medium");
        assertThat(look.body()).contains("20.00 USD", "5.00 USD", "25.00 USD", "20 USDC", "Ethereum");
        Reply done = confirm(toAddress, look, "4711");

        assertThat(finance.get(done.location()).body()).contains("20 USDC", "USDC on Ethereum");
        assertThat(funds.available(Fiat.USD)).isEqualTo(Fiat.USD.money("475"));
        Reply twin = finance.post(toAddress, "address", address, "amount", "20", "feeLevel", "medium");
        assertThat(twin.body()).contains("less than a minute ago");
    }

    @Test
    void convertsAtTheRateThatWasShown() {
        assertThat(finance.get(convert).body()).contains("1,605", "500.00 USD");
        Reply look = look(convert, "direction", "usd-ngn", "amount", "100");
        assertThat(look.body()).contains("160,500.00 NGN", "1,605").doesNotContain("name=\"pin\"");
        String path = draft(convert);

        finance.post(path, "agreed", agreed(look));
        finance.post(path, "agreed", agreed(look));

        assertThat(funds.available(Fiat.USD)).isEqualTo(Fiat.USD.money("400"));
        assertThat(funds.available(Fiat.NGN)).isEqualTo(Fiat.NGN.money("170500"));
        assertThat(finance.post(convert, "direction", "ghs-usd", "amount", "1").body())
                .contains("The balance has 0.00 GHS.");
    }

    @Test
    void throwsADraftAway() {
        look(toBank, "bank", bank, "amount", "1000");
        String path = draft(toBank);

        assertThat(finance.post(path + "/discard").outcome()).isEqualTo("303 " + toBank);
        assertThat(finance.get(toBank).body()).doesNotContain("value=\"1000\"");
        assertThat(finance.get(path).status()).isEqualTo(404);
        assertThat(finance.post(path, "pin", "4711", "agreed", "").status()).isEqualTo(404);
    }

    @Test
    void showsADraftToNobodyElse() {
        Reply look = look(toBank, "bank", bank, "amount", "1000");
        String path = draft(toBank);
        TestBrowser colleague = dashboard.member(Role.OWNER);

        assertThat(colleague.get(path).status()).isEqualTo(404);
        assertThat(colleague.post(path, "pin", "4711", "agreed", agreed(look)).status())
                .isEqualTo(404);
        assertThat(colleague.post(path + "/discard").status()).isEqualTo(404);
        assertThat(colleague.get(toBank).body()).doesNotContain("value=\"1000\"");
        assertThat(finance.get(convert + "/" + path.substring(path.lastIndexOf('/') + 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesNoBankOfAnotherBusiness() {
        Tenant other = new Tenant(dashboard.integration("Other").id(), Environment.DEVELOPMENT);
        String theirs = saveBank(other, "1111111111");

        assertThat(finance.post(toBank, "bank", theirs, "amount", "1000").body())
                .contains("This account is not saved any more.");
        assertThat(finance.get(toBank).body()).doesNotContain(theirs);
    }

    @Test
    void isForThoseWhoMoveMoney() {
        for (Role role : List.of(Role.ADMIN, Role.DEVELOPER, Role.VIEWER)) {
            TestBrowser browser = dashboard.member(role);
            assertThat(browser.get(toBank).status()).isEqualTo(403);
            assertThat(browser.post(toBank, "bank", bank, "amount", "1000").status())
                    .isEqualTo(403);
            assertThat(browser.post(convert, "direction", "usd-ngn", "amount", "1")
                            .status())
                    .isEqualTo(403);
            assertThat(browser.get(list).status()).isEqualTo(200);
        }
    }

    @Test
    void masksAccountsForThoseWhoMayNotSeeThem() {
        Reply done = confirm(toBank, look(toBank, "bank", bank, "amount", "1000"), "4711");
        TestBrowser viewer = dashboard.member(Role.VIEWER);

        assertThat(viewer.get(list).body()).contains("6789").doesNotContain(NUMBER);
        assertThat(viewer.get(done.location()).body())
                .contains("6789", "not shown to your role")
                .doesNotContain(NUMBER)
                .doesNotContain("Ada Example");
    }

    @Test
    void showsNothingStoredAsMarkup() {
        Reply look = look(toBank, "bank", bank, "amount", "1000", "narration", "<b>rent</b>\"'");

        assertThat(look.body()).contains("&lt;b&gt;rent").doesNotContain("<b>rent");
        Reply done = confirm(toBank, look, "4711");
        assertThat(finance.get(done.location()).body())
                .contains("&lt;b&gt;rent")
                .doesNotContain("<b>rent");
    }

    @Test
    void knowsNoOutflowOfAnotherBusiness() {
        Reply done = confirm(toBank, look(toBank, "bank", bank, "amount", "1000"), "4711");
        String id = done.location().substring(list.length());
        TestBrowser stranger = dashboard.member(dashboard.integration("Other"), Role.OWNER);

        assertThat(stranger.get(done.location()).status()).isEqualTo(404);
        assertThat(finance.get(list + id.substring(0, id.length() - 1) + "x").status())
                .isEqualTo(404);
        assertThat(finance.get(done.location() + "/state").body()).contains("pending");
    }

    private Reply look(String path, String... typed) {
        Reply sent = finance.post(path, typed);
        assertThat(sent.location()).as(sent.body()).matches(path + "/[0-9a-f]{24}");
        return finance.get(sent.location());
    }

    private Reply confirm(String form, Reply look, String pin) {
        return confirm(draft(form), agreed(look), pin);
    }

    private Reply confirm(String path, String agreed, String pin) {
        return finance.post(path, "agreed", agreed, "pin", pin);
    }

    /// What the page sends back, as a browser reads it.
    private static String agreed(Reply look) {
        Matcher found = AGREED.matcher(look.body());
        assertThat(found.find()).as(look.body()).isTrue();
        return found.group(1)
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /// The open draft of a form, as its page knows it.
    private String draft(String form) {
        Matcher found = Pattern.compile(form + "/[0-9a-f]{24}")
                .matcher(finance.get(form).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String saveBank(Tenant tenant, String number) {
        BankAccount account = new BankAccount("25", "OPay", number, "Ada Example", Fiat.NGN, Optional.empty());
        SavedBanks.Addition added =
                dashboard.db.transact(tx -> dashboard.platform.savedBanks().add(tx, tenant, account));
        return ((SavedBanks.Addition.Added) added).saved().id().toString();
    }

    private String saveAddress() {
        Address address = new Address("0x52908400098527886E0F7030069857D2E4169EE7");
        SavedAddresses.Addition added = dashboard.db.transact(tx -> dashboard
                .platform
                .savedAddresses()
                .add(tx, dashboard.tenant(), Token.USDC, TokenNetwork.ERC20, address, Optional.of("cold")));
        return ((SavedAddresses.Addition.Added) added).saved().id().toString();
    }

    private void coolOff(Duration length) {
        dashboard.db.run(tx -> dashboard.platform.tenancy().setCoolingOff(tx, dashboard.tenant(), length));
    }

    private List<Outflow> outflows() {
        return dashboard.db.view(tx -> dashboard
                .platform
                .outflows()
                .list()
                .page(tx, dashboard.tenant(), ListQuery.page(1, 50))
                .items());
    }
}
