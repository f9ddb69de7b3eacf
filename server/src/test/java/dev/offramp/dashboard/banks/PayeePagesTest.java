package dev.offramp.dashboard.banks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.lists.ListQuery;
import dev.offramp.payouts.SavedBank;
import dev.offramp.people.Role;
import dev.offramp.withdrawals.SavedAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Saved banks and saved addresses.
class PayeePagesTest {

    private static final String NUMBER = "0123456789";
    private static final String ADDRESS = "0x52908400098527886E0F7030069857D2E4169EE7";

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser finance = dashboard.member(Role.FINANCE);
    private final String banks = dashboard.root() + "/banks";
    private final String addresses = dashboard.root() + "/saved-addresses";

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void showsInWhoseNameAnAccountIsBeforeItIsSaved() {
        Reply check = finance.post(banks + "/check", "bank", "25", "accountNumber", NUMBER, "narration", "rent");

        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains("Is this the account?", "OPay", NUMBER, "rent", "at once");
        assertThat(saved()).isEmpty();
        Reply done = finance.post(banks, "bank", "25", "accountNumber", NUMBER, "narration", "rent");
        assertThat(done.outcome()).isEqualTo("303 " + banks);
        assertThat(check.body()).contains(saved().getFirst().account().accountName());
        assertThat(finance.get(banks).body()).contains(NUMBER, "open");
    }

    @Test
    void saysWhatIsWrongWithAnAccountAndKeepsWhatWasTyped() {
        Reply unknown = finance.post(banks + "/check", "bank", "25", "accountNumber", "1230009");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("The bank knows no such account.", "value=\"1230009\"");
        assertThat(finance.post(banks + "/check", "bank", "999999", "accountNumber", "12")
                        .body())
                .contains("Choose one of the list.", "Account number must be 6 to 20 digits.");
        finance.post(banks, "bank", "25", "accountNumber", NUMBER);
        assertThat(finance.post(banks, "bank", "25", "accountNumber", NUMBER).body())
                .contains("This account is saved already.");
        assertThat(saved()).hasSize(1);
    }

    @Test
    void saysWhenWhatWasNewlySavedOpens() {
        dashboard.db.run(tx -> dashboard.platform.tenancy().setCoolingOff(tx, dashboard.tenant(), Duration.ofHours(5)));

        assertThat(finance.post(banks + "/check", "bank", "25", "accountNumber", NUMBER)
                        .body())
                .contains("May be withdrawn to", "from ");
        finance.post(banks, "bank", "25", "accountNumber", NUMBER);
        finance.post(addresses, "coin", "usdc", "network", "erc20", "address", ADDRESS);

        assertThat(finance.get(banks).body()).contains("cooling off, opens");
        assertThat(finance.get(addresses).body()).contains("cooling off, opens");
        dashboard.clock.advance(Duration.ofHours(5));
        assertThat(dashboard.member(Role.VIEWER).get(banks).body()).doesNotContain("cooling off");
    }

    @Test
    void forgetsAnAccount() {
        finance.post(banks, "bank", "25", "accountNumber", NUMBER);
        String path = banks + "/" + saved().getFirst().id() + "/remove";

        assertThat(finance.post(path).outcome()).isEqualTo("303 " + banks);
        assertThat(saved()).isEmpty();
        assertThat(finance.post(path).status()).isEqualTo(404);
    }

    @Test
    void savesAndForgetsAnAddress() {
        Reply done = finance.post(
                addresses,
                "coin",
                "usdc",
                "network",
                "erc20",
                "address",
                ADDRESS.toLowerCase(),
                "label",
                "<i>cold</i>");

        assertThat(done.outcome()).isEqualTo("303 " + addresses);
        assertThat(finance.get(addresses).body())
                .contains(ADDRESS, "USDC on Ethereum", "&lt;i&gt;cold")
                .doesNotContain("<i>cold");
        String path = addresses + "/" + savedAddresses().getFirst().id() + "/remove";
        finance.post(path);
        assertThat(savedAddresses()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        assertThat(finance.post(addresses, "coin", "usdc", "network", "sol", "address", ADDRESS)
                        .body())
                .contains("This is not an address of Solana", "value=\"" + ADDRESS + "\"");
        assertThat(finance.post(addresses, "coin", "usdc", "network", "ton", "address", ADDRESS)
                        .body())
                .contains("USDC is not on TON.");
        finance.post(addresses, "coin", "usdc", "network", "erc20", "address", ADDRESS);
        assertThat(finance.post(addresses, "coin", "usdc", "network", "erc20", "address", ADDRESS)
                        .body())
                .contains("This address is saved already.");
    }

    @Test
    void masksAccountsForThoseWhoMayNotSeeThem() {
        finance.post(banks, "bank", "25", "accountNumber", NUMBER);
        String holder = saved().getFirst().account().accountName();

        assertThat(dashboard.member(Role.VIEWER).get(banks).body())
                .contains("6789")
                .doesNotContain(NUMBER)
                .doesNotContain(holder);
    }

    @Test
    void isChangedByThoseWhoMoveMoneyOfThisBusinessAlone() {
        finance.post(banks, "bank", "25", "accountNumber", NUMBER);
        finance.post(addresses, "coin", "usdc", "network", "erc20", "address", ADDRESS);
        String bank = banks + "/" + saved().getFirst().id() + "/remove";
        String address = addresses + "/" + savedAddresses().getFirst().id() + "/remove";

        for (Role role : List.of(Role.ADMIN, Role.DEVELOPER, Role.VIEWER)) {
            TestBrowser browser = dashboard.member(role);
            assertThat(browser.post(bank).status()).isEqualTo(403);
            assertThat(browser.post(address).status()).isEqualTo(403);
            assertThat(browser.post(banks + "/check", "bank", "25", "accountNumber", NUMBER)
                            .status())
                    .isEqualTo(403);
        }
        TestBrowser stranger = dashboard.member(dashboard.integration("Other"), Role.OWNER);
        assertThat(stranger.post(bank).status()).isEqualTo(404);
        assertThat(stranger.post(address).status()).isEqualTo(404);
        assertThat(saved()).hasSize(1);
        assertThat(savedAddresses()).hasSize(1);
    }

    private List<SavedBank> saved() {
        return dashboard.db.view(tx -> dashboard
                .platform
                .savedBanks()
                .list()
                .page(tx, dashboard.tenant(), ListQuery.page(1, 50))
                .items());
    }

    private List<SavedAddress> savedAddresses() {
        return dashboard.db.view(tx -> dashboard
                .platform
                .savedAddresses()
                .list()
                .page(tx, dashboard.tenant(), ListQuery.page(1, 50))
                .items());
    }
}
