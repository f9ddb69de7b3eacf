package dev.offramp.dashboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.SavedBanks;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.PinCheck.AccountFrozen;
import dev.offramp.tenancy.PinCheck.PinOk;
import dev.offramp.tenancy.TenantSettings;
import dev.offramp.trail.Entry;
import dev.offramp.trail.TrailQuery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a business chooses for itself.
class SettingsPagesTest {

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser owner = dashboard.member(Role.OWNER);
    private final String path = dashboard.root() + "/settings";

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void changesTheReceiveCurrency() {
        assertThat(owner.post(path + "/currency", "currency", "usd").outcome()).isEqualTo("303 " + path);

        assertThat(settings().receiveCurrency()).isEqualTo(Fiat.USD);
        assertThat(owner.get(path).body()).contains("Now: <strong>USD</strong>");
        assertThat(owner.post(path + "/currency", "currency", "eur").body()).contains("Choose one of the list.");
    }

    @Test
    void changesTheMarkup() {
        owner.post(path + "/markup", "markup", "1.5");
        assertThat(settings().markup().value()).isEqualByComparingTo("1.5");

        Reply refused = owner.post(path + "/markup", "markup", "10.01");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Markup must be 0 to 10 percent.", "value=\"10.01\"");
        assertThat(settings().markup().value()).isEqualByComparingTo("1.5");
    }

    @Test
    void sendsWhatComesInOnToWhatIsSavedAndHasCooledOff() {
        String bank = saveBank();
        coolOff(Duration.ofHours(3));
        assertThat(owner.post(path + "/settlement", "destination", bank).body()).contains("It opens at");
        assertThat(destination()).isEmpty();

        dashboard.clock.advance(Duration.ofHours(3));
        TestBrowser again = dashboard.member(Role.OWNER);
        again.post(path + "/settlement", "destination", bank);
        assertThat(destination()).get().isInstanceOf(Destination.Bank.class);
        assertThat(again.get(path).body()).contains("OPay, 0123456789");
        assertThat(dashboard.member(Role.VIEWER).get(path).body())
                .contains("6789")
                .doesNotContain("0123456789");

        again.post(path + "/settlement", "destination", "off");
        assertThat(destination()).isEmpty();
        assertThat(again.post(path + "/settlement", "destination", "0".repeat(24))
                        .body())
                .contains("Choose one of the list.");
    }

    @Test
    void setsThePinFirstAndThenForWhoKnowsIt() {
        assertThat(owner.get(path).body()).contains("There is none yet.");
        assertThat(owner.post(path + "/pin", "newPin", "4711", "repeatedPin", "4712")
                        .body())
                .contains("This is another PIN than the one above.")
                .doesNotContain("4711");
        owner.post(path + "/pin", "newPin", "4711", "repeatedPin", "4711");
        assertThat(verify("4711")).isEqualTo(new PinOk());

        assertThat(owner.post(path + "/pin", "newPin", "1234", "repeatedPin", "1234")
                        .body())
                .contains("Present PIN is required.");
        assertThat(owner.post(path + "/pin", "oldPin", "9999", "newPin", "1234", "repeatedPin", "1234")
                        .body())
                .contains("That is not the PIN.");
        assertThat(verify("4711")).isEqualTo(new PinOk());
        owner.post(path + "/pin", "oldPin", "4711", "newPin", "1234", "repeatedPin", "1234");
        assertThat(verify("1234")).isEqualTo(new PinOk());
    }

    @Test
    void freezesWhoGuessesThePinHereAsElsewhere() {
        dashboard.platform.tenancy().setPin(dashboard.tenant(), new Pin("4711"));
        for (int i = 0; i < 5; i++) {
            owner.post(path + "/pin", "oldPin", "000" + i, "newPin", "1234", "repeatedPin", "1234");
        }

        assertThat(verify("4711")).isEqualTo(new AccountFrozen());
        assertThat(owner.get(path).body()).contains("It is frozen", "Lift the freeze");
    }

    @Test
    void liftsTheFreezeForWhoHasASecondFactor() {
        dashboard.platform.tenancy().setPin(dashboard.tenant(), new Pin("4711"));
        for (int i = 0; i < 5; i++) {
            verify("0000");
        }

        assertThat(owner.post(path + "/pin/unfreeze").body()).contains("somebody with a second factor");
        assertThat(verify("4711")).isEqualTo(new AccountFrozen());
    }

    @Test
    void shortensTheCoolingOffTimeOnlyOnceThePresentOneHasPassed() {
        owner.post(path + "/cooling-off", "hours", "24");
        owner.post(path + "/cooling-off", "hours", "1");

        assertThat(owner.get(path).body()).contains("Now: <strong>24 hours</strong>", "1 hours from");
        assertThat(owner.post(path + "/cooling-off", "hours", "721").body()).contains("must be 0 to 720");
    }

    /// From development nothing is changed that works in production.
    @Test
    void limitsTheCredentialsThatAreManagedHere() {
        IssuedCredential here = issue(CredentialLimits.only(Environment.DEVELOPMENT));
        IssuedCredential both = issue(CredentialLimits.NONE);

        owner.post(path + "/allow-list", "addresses", "203.0.113.0/24\n198.51.100.7");

        assertThat(limits(here).addresses()).hasSize(2);
        assertThat(limits(both).addresses()).isEmpty();
        assertThat(owner.get(path).body()).contains("203.0.113.0/24");
        assertThat(owner.post(path + "/allow-list", "addresses", "here").body()).contains("Line 1 is no address");
    }

    @Test
    void letsAssistantsMakeThingsUpInTheSandboxOrNot() {
        assertThat(owner.get(path).body()).contains("Now: <strong>it may read, and nothing else</strong>");
        assertThat(hasSandboxTools()).isFalse();

        assertThat(owner.post(path + "/sandbox-tools", "sandboxTools", "on").outcome())
                .isEqualTo("303 " + path);
        assertThat(hasSandboxTools()).isTrue();
        assertThat(owner.get(path).body()).contains("Now: <strong>it may make things up in the sandbox</strong>");

        assertThat(owner.post(path + "/sandbox-tools", "sandboxTools", "perhaps")
                        .body())
                .contains("Choose one of the list.");
        assertThat(hasSandboxTools()).isTrue();
        owner.post(path + "/sandbox-tools", "sandboxTools", "off");
        assertThat(hasSandboxTools()).isFalse();
    }

    @Test
    void recordsWhatAssistantsMayDoAndWhatTheyMightBefore() {
        owner.post(path + "/sandbox-tools", "sandboxTools", "off");
        owner.post(path + "/sandbox-tools", "sandboxTools", "on");
        owner.post(path + "/sandbox-tools", "sandboxTools", "on");

        assertThat(dashboard.trail(dashboard.business.id())).containsOnlyOnce("settings.sandbox-tools-changed");
        Entry entry = dashboard
                .db
                .view(tx -> dashboard
                        .platform
                        .trail()
                        .list(tx, TrailQuery.of(dashboard.business.id()), OptionalLong.empty(), 1))
                .entries()
                .getFirst();
        assertThat(entry.before().values()).containsEntry("sandbox tools", "off");
        assertThat(entry.after().values()).containsEntry("sandbox tools", "on");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void leavesWhatAssistantsMayDoToOwners(Role role) {
        TestBrowser browser = dashboard.member(role);

        assertThat(browser.post(path + "/sandbox-tools", "sandboxTools", "on").status())
                .isEqualTo(403);
        assertThat(hasSandboxTools()).isFalse();
        assertThat(browser.get(path).body())
                .contains("AI assistants", "An owner of the business changes this.")
                .doesNotContain("Change what it may do");
    }

    @Test
    void saysThatTheOperatorHasNotStatedWhereWebhooksComeFrom() {
        assertThat(owner.get(path).body()).contains("has not stated the addresses that webhooks come from");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "currency",
                "markup",
                "settlement",
                "cooling-off",
                "allow-list",
                "pin",
                "pin/unfreeze",
                "sandbox-tools"
            })
    void isLookedAtByAllMembersAndChangedByThoseWhoMay(String section) {
        for (Role role : List.of(Role.DEVELOPER, Role.FINANCE, Role.VIEWER)) {
            TestBrowser browser = dashboard.member(role);
            assertThat(browser.get(path).status()).isEqualTo(200);
            assertThat(browser.get(path).body()).doesNotContain("Change the currency", "Set the PIN");
            assertThat(browser.post(path + "/" + section).status()).isEqualTo(403);
        }
        assertThat(dashboard.member(Role.ADMIN).post(path + "/" + section).status())
                .isEqualTo(
                        section.startsWith("pin") || section.equals("sandbox-tools")
                                ? 403
                                : section.equals("allow-list") ? 303 : 422);
        assertThat(dashboard
                        .member(dashboard.integration("Other " + section), Role.OWNER)
                        .post(path + "/" + section)
                        .status())
                .isEqualTo(404);
    }

    private boolean hasSandboxTools() {
        String id = dashboard.business.id().toString();
        return dashboard.platform.tenancy().find(id).orElseThrow().sandboxTools();
    }

    private TenantSettings settings() {
        return dashboard.db.transact(tx -> dashboard.platform.tenancy().settings(tx, dashboard.tenant()));
    }

    private Optional<Destination> destination() {
        Map<?, Destination> all = dashboard.db.transact(
                tx -> dashboard.platform.destinations().businessWide(tx, List.of(dashboard.tenant())));
        return all.values().stream().findFirst();
    }

    private dev.offramp.tenancy.PinCheck verify(String pin) {
        return dashboard.platform.tenancy().verifyPin(dashboard.tenant(), new Pin(pin));
    }

    private IssuedCredential issue(CredentialLimits limits) {
        return dashboard.platform.tenancy().issueCredential(dashboard.business.id(), limits);
    }

    private CredentialLimits limits(IssuedCredential issued) {
        return dashboard.platform.tenancy().credentials(dashboard.business.id()).stream()
                .filter(one -> one.id().equals(issued.id()))
                .map(Credential::limits)
                .findFirst()
                .orElseThrow();
    }

    private String saveBank() {
        BankAccount account = new BankAccount("25", "OPay", "0123456789", "Ada Example", Fiat.NGN, Optional.empty());
        SavedBanks.Addition added =
                dashboard.db.transact(tx -> dashboard.platform.savedBanks().add(tx, dashboard.tenant(), account));
        return ((SavedBanks.Addition.Added) added).saved().id().toString();
    }

    private void coolOff(Duration length) {
        dashboard.db.run(tx -> dashboard.platform.tenancy().setCoolingOff(tx, dashboard.tenant(), length));
    }
}
