package dev.offramp.dashboard.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Asset;
import dev.offramp.dashboard.Chains;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.CountedStatements;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The pages about deposit addresses.
class AddressPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final Chains CHAINS = new Chains(DASHBOARD);
    private static final String PATH = DASHBOARD.root() + "/addresses";
    private static final String NUMBER = "0123456789";

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static String usdc() {
        Asset asset = DASHBOARD.platform.assets().find(Chains.USDC).orElseThrow();
        return asset.id().toString();
    }

    private static String pathOf(Wallet wallet) {
        return PATH + "/" + wallet.id();
    }

    @Test
    void generatesAnAddressAndShowsItWithItsCode() {
        TestBrowser developer = DASHBOARD.member(Role.DEVELOPER);
        assertThat(developer.get(PATH + "/new").body()).contains("USDC on Solana", "value=\"" + usdc() + "\"");

        Reply made = developer.post(PATH + "/new", "asset", usdc(), "label", "new customer");
        assertThat(made.status()).isEqualTo(303);
        assertThat(made.location()).matches(PATH + "/[0-9a-f]{24}");
        String page = developer.get(made.location()).body();

        assertThat(page)
                .contains("new customer", "USDC on Solana", "class=\"qr\"", "No bank is linked")
                .contains("held back below 50 USD", "after 3 confirmations");
        assertThat(developer.get(PATH).body()).contains(made.location().substring(PATH.length()));
    }

    @Test
    void generatesAnAddressWithItsBank() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);

        Reply made = owner.post(
                PATH + "/new",
                "asset",
                usdc(),
                "label",
                "with a bank",
                "bank",
                "25",
                "accountNumber",
                NUMBER,
                "autoSettlement",
                "on");

        assertThat(owner.get(made.location()).body())
                .contains("OPay (NGN)", NUMBER, "On: what is credited is paid on to the bank");
    }

    @Test
    void saysWhichFieldIsWrongAndKeepsWhatWasTyped() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        CHAINS.wallet(DASHBOARD.tenant(), "taken");

        Reply taken = owner.post(PATH + "/new", "asset", usdc(), "label", "taken");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body())
                .contains("There is an address of this asset with this label already.", "value=\"taken\"");
        assertThat(owner.post(PATH + "/new", "label", "x").body()).contains("Asset is required.");
        assertThat(owner.post(PATH + "/new", "asset", "0".repeat(24), "label", "x")
                        .body())
                .contains("Choose one of the list.");
        assertThat(owner.post(PATH + "/new", "asset", usdc(), "label", "x", "bank", "25")
                        .body())
                .contains("Enter the account at this bank.");
        assertThat(owner.post(PATH + "/new", "asset", usdc(), "label", "x", "accountNumber", NUMBER)
                        .body())
                .contains("Choose the bank that the account is at.");
        assertThat(owner.post(PATH + "/new", "asset", usdc(), "label", "x", "bank", "25", "accountNumber", "0123450009")
                        .body())
                .contains("The bank knows no such account.", "value=\"0123450009\"");
    }

    @Test
    void takesNoAssetOfTheOtherEnvironment() {
        Asset real = DASHBOARD.platform.assets().list(Environment.PRODUCTION).getFirst();

        Reply refused = DASHBOARD
                .member(Role.OWNER)
                .post(PATH + "/new", "asset", real.id().toString(), "label", "x");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Deposits in this asset are not taken here at the moment.");
    }

    @Test
    void findsAddressesByLabelAddressAndAsset() {
        Wallet wallet = CHAINS.wallet(DASHBOARD.tenant(), "to be found");
        CHAINS.wallet(DASHBOARD.tenant(), "in the way");
        TestBrowser viewer = DASHBOARD.member(Role.VIEWER);

        for (String search :
                List.of("to%20be%20found", wallet.address().value(), wallet.id().toString())) {
            assertThat(viewer.get(PATH + "?search=" + search).body())
                    .contains(">to be found</a>")
                    .doesNotContain("in the way");
        }
        assertThat(viewer.get(PATH + "?asset=" + usdc()).body()).contains("to be found", "in the way");
        Asset other = DASHBOARD.platform.assets().list(Environment.DEVELOPMENT).stream()
                .filter(asset -> !asset.code().equals(Chains.USDC))
                .findFirst()
                .orElseThrow();
        assertThat(viewer.get(PATH + "?asset=" + other.id()).body()).contains("Nothing matches");
        assertThat(viewer.get(PATH + "?search=nobody").body()).contains("Nothing matches", "value=\"nobody\"");
    }

    @Test
    void showsAccountsWholeToThoseWhoMaySeeThem() {
        Wallet wallet = CHAINS.settlingWallet(DASHBOARD.tenant(), "masked", NUMBER);

        for (Role role : List.of(Role.OWNER, Role.ADMIN, Role.FINANCE)) {
            assertThat(DASHBOARD.member(role).get(pathOf(wallet)).body()).contains(NUMBER, "ADA OBI");
        }
        for (Role role : List.of(Role.DEVELOPER, Role.VIEWER)) {
            TestBrowser member = DASHBOARD.member(role);
            assertThat(member.get(pathOf(wallet)).body())
                    .contains("6789", "not shown to your role")
                    .doesNotContain(NUMBER, "ADA OBI");
            assertThat(member.get(PATH).body()).doesNotContain(NUMBER, "ADA OBI");
        }
    }

    @Test
    void linksABankAndSwitchesItsSettlement() {
        Wallet wallet = CHAINS.wallet(DASHBOARD.tenant(), "linked");
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        assertThat(owner.post(pathOf(wallet) + "/auto-settlement", "on", "on").outcome())
                .isEqualTo("303 " + pathOf(wallet));
        assertThat(owner.get(pathOf(wallet)).body()).contains("Link a bank first");

        assertThat(owner.post(pathOf(wallet) + "/bank", "bank", "25", "accountNumber", "0123450009")
                        .status())
                .isEqualTo(422);
        owner.post(pathOf(wallet) + "/bank", "bank", "25", "accountNumber", NUMBER);
        assertThat(owner.get(pathOf(wallet)).body())
                .contains("Off: what is credited does not go to this bank", "Switch automatic settlement on");

        owner.post(pathOf(wallet) + "/auto-settlement", "on", "on");
        assertThat(owner.get(pathOf(wallet)).body()).contains("Switch automatic settlement off");
        owner.post(pathOf(wallet) + "/auto-settlement");
        assertThat(owner.get(pathOf(wallet)).body()).contains("Switch automatic settlement on");
    }

    @Test
    void linksWantAFreshSignIn() {
        Wallet wallet = CHAINS.wallet(DASHBOARD.tenant(), "stale");
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        DASHBOARD.clock.advance(Duration.ofMinutes(11));

        assertThat(owner.post(pathOf(wallet) + "/bank", "bank", "25", "accountNumber", NUMBER)
                        .body())
                .contains("carried-action");
    }

    @Test
    void refusesThoseWhoMayNot() {
        Wallet wallet = CHAINS.wallet(DASHBOARD.tenant(), "untouched");
        for (Role role : List.of(Role.VIEWER, Role.FINANCE)) {
            TestBrowser member = DASHBOARD.member(role);

            assertThat(member.get(PATH + "/new").status()).isEqualTo(403);
            assertThat(member.post(PATH + "/new", "asset", usdc(), "label", "x").status())
                    .isEqualTo(403);
            assertThat(member.post(pathOf(wallet) + "/bank", "bank", "25", "accountNumber", NUMBER)
                            .status())
                    .isEqualTo(403);
            assertThat(member.post(pathOf(wallet) + "/auto-settlement", "on", "on")
                            .status())
                    .isEqualTo(403);
            assertThat(member.get(pathOf(wallet)).body()).doesNotContain("Link a bank<", "/auto-settlement");
        }
    }

    @Test
    void showsTheSameForAnotherTenantsAddressAsForNone() {
        Integration other = DASHBOARD.integration("Neighbour");
        Wallet theirs = CHAINS.wallet(new Tenant(other.id(), Environment.DEVELOPMENT), "theirs");
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        Reply unknown = owner.get(PATH + "/" + "0".repeat(24));

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(owner.get(pathOf(theirs)).body().replace(theirs.id().toString(), "0".repeat(24)))
                .isEqualTo(unknown.body());
        assertThat(owner.get(PATH + "/no-id").status()).isEqualTo(404);
        assertThat(owner.post(pathOf(theirs) + "/bank", "bank", "25", "accountNumber", NUMBER)
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(pathOf(theirs) + "/auto-settlement", "on", "on").status())
                .isEqualTo(404);
        assertThat(owner.get(PATH + "?search=theirs").body()).contains("Nothing matches");
    }

    @Test
    void showsLabelsAsTheyAreAndNeverAsMarkup() {
        String label = "<script>alert(1)</script>\"'";
        Wallet wallet = CHAINS.wallet(DASHBOARD.tenant(), label);
        TestBrowser owner = DASHBOARD.member(Role.OWNER);

        for (String path : List.of(PATH, pathOf(wallet), PATH + "?search=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22'")) {
            assertThat(owner.get(path).body())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void asksNothingRowByRow() {
        TestBrowser viewer = DASHBOARD.member(Role.VIEWER);
        Wallet wallet = CHAINS.settlingWallet(DASHBOARD.tenant(), "counted", NUMBER);
        int list = statements(viewer, PATH);
        int page = statements(viewer, pathOf(wallet));

        for (int i = 0; i < 15; i++) {
            CHAINS.settlingWallet(DASHBOARD.tenant(), "counted " + i, NUMBER);
            CHAINS.deposit(wallet, "59");
        }

        assertThat(statements(viewer, PATH)).isEqualTo(list);
        assertThat(statements(viewer, pathOf(wallet))).isBetween(page, page + 1);
    }

    private static int statements(TestBrowser browser, String path) {
        return CountedStatements.during(
                        () -> assertThat(browser.get(path).status()).isEqualTo(200))
                .size();
    }
}
