package dev.offramp.dashboard.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Authentication;
import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.Authentication.InvalidCredentials;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.IssuedCredential;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages about API credentials.
class CredentialPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final String PATH = DASHBOARD.root() + "/developers/credentials";
    private static final Pattern SECRET = Pattern.compile("sk_[0-9A-Za-z]{49}");

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void makesACredentialAndShowsItsSecretThisOnce() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);

        Reply made = create(owner, key());
        String secret = secret(made);
        Credential credential = credential(made);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.body()).contains(credential.appId());
        assertThat(authenticate(credential.appId(), secret)).isInstanceOf(Authenticated.class);
        assertThat(credential.limits().environments()).containsExactly(Environment.DEVELOPMENT);
        assertThat(owner.get(PATH).body()).contains(credential.appId()).doesNotContain(secret);
        assertThat(owner.get(pathOf(credential)).body()).doesNotContain(secret);
    }

    @Test
    void takesAFormThatComesTwiceOnce() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        String key = key();
        create(owner, key);
        int before = all().size();

        Reply again = create(owner, key);

        assertThat(again.outcome()).isEqualTo("303 " + PATH);
        assertThat(all()).hasSize(before);
        assertThat(owner.get(PATH).body()).contains("This form was sent before");
    }

    @Test
    void saysWhichFieldIsWrongAndKeepsWhatWasTyped() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        int before = all().size();

        Reply refused = owner.post(
                PATH, "once", key(), "scopes", "read", "addresses", "203.0.113.7\nmy office", "expires", "2001-01-01");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Line 2 is no address", "Expires on must be a day to come", "203.0.113.7\nmy office");
        assertThat(owner.post(PATH, "once", key()).body()).contains("May be used for is required.");
        assertThat(all()).hasSize(before);
    }

    @Test
    void limitsACredential() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        Credential credential = credential(create(owner, key()));

        Reply changed = owner.post(pathOf(credential) + "/limits", "scopes", "read", "addresses", "203.0.113.0/24");

        assertThat(changed.outcome()).isEqualTo("303 " + pathOf(credential));
        assertThat(owner.get(pathOf(credential)).body()).contains("203.0.113.0/24");
        CredentialLimits limits = limits(credential);
        assertThat(limits.addresses()).hasSize(1);
        assertThat(limits.environments()).containsExactly(Environment.DEVELOPMENT);
    }

    @Test
    void givesANewSecretBesideWhichTheOldOneWorksForAsLongAsWasChosen() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        Reply made = create(owner, key());
        String old = secret(made);
        Credential credential = credential(made);
        String key = key();

        Reply rotated = owner.post(pathOf(credential) + "/rotate", "once", key, "grace", "hour");
        String fresh = secret(rotated);
        Reply again = owner.post(pathOf(credential) + "/rotate", "once", key, "grace", "hour");

        assertThat(fresh).isNotEqualTo(old);
        assertThat(again.outcome()).isEqualTo("303 " + pathOf(credential));
        assertThat(authenticate(credential.appId(), old)).isInstanceOf(Authenticated.class);
        assertThat(authenticate(credential.appId(), fresh)).isInstanceOf(Authenticated.class);
        assertThat(owner.get(pathOf(credential)).body()).contains("The old secret works until");
        DASHBOARD.clock.advance(Duration.ofHours(1));
        assertThat(authenticate(credential.appId(), old)).isInstanceOf(InvalidCredentials.class);
    }

    @Test
    void killsTheOldSecretAtOnceWhereThatWasChosen() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        Reply made = create(owner, key());
        String old = secret(made);
        Credential credential = credential(made);
        authenticate(credential.appId(), old);

        owner.post(pathOf(credential) + "/rotate", "once", key(), "grace", "none");

        assertThat(authenticate(credential.appId(), old)).isInstanceOf(InvalidCredentials.class);
        assertThat(owner.post(pathOf(credential) + "/rotate", "once", key()).status())
                .isEqualTo(422);
    }

    @Test
    void revokesForGood() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        Reply made = create(owner, key());
        String secret = secret(made);
        Credential credential = credential(made);

        assertThat(owner.post(pathOf(credential) + "/revoke").outcome()).isEqualTo("303 " + PATH);

        assertThat(authenticate(credential.appId(), secret)).isInstanceOf(InvalidCredentials.class);
        assertThat(owner.get(pathOf(credential)).body()).contains("revoked").doesNotContain("New secret");
        assertThat(owner.post(pathOf(credential) + "/revoke").status()).isEqualTo(404);
        assertThat(owner.post(pathOf(credential) + "/rotate", "once", key(), "grace", "none")
                        .status())
                .isEqualTo(404);
    }

    /// Who comes to pages of production has a second factor; from those of development nothing there is touched.
    @ParameterizedTest
    @ValueSource(strings = {"/limits", "/rotate", "/revoke"})
    void managesNothingFromDevelopmentThatWorksInProduction(String action) {
        IssuedCredential both = issue(DASHBOARD.business.id());
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        String path = PATH + "/" + both.id();

        assertThat(owner.get(path).body())
                .contains("managed on the pages of production")
                .doesNotContain("Revoke it");
        assertThat(owner.post(path + action, "once", key(), "grace", "none", "scopes", "read")
                        .status())
                .isEqualTo(404);
        assertThat(authenticate(both.appId(), both.appSecret())).isInstanceOf(Authenticated.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/limits", "/rotate", "/revoke"})
    void knowsNoCredentialOfAnotherBusiness(String action) {
        IssuedCredential other = issue(DASHBOARD.integration("Other " + key()).id());
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        String path = PATH + "/" + other.id() + action;
        String unknown = PATH + "/" + "0".repeat(24) + action;

        Reply there = action.isEmpty() ? owner.get(path) : post(owner, path);
        Reply nowhere = action.isEmpty() ? owner.get(unknown) : post(owner, unknown);

        assertThat(there.status()).isEqualTo(404);
        assertThat(there.body().replace(path, "")).isEqualTo(nowhere.body().replace(unknown, ""));
        assertThat(authenticate(other.appId(), other.appSecret())).isInstanceOf(Authenticated.class);
    }

    private static Reply post(TestBrowser owner, String path) {
        return owner.post(path, "once", key(), "grace", "none", "scopes", "read");
    }

    @Test
    void isLookedAtByAllMembersAndChangedByThoseWhoMay() {
        Credential credential = credential(create(DASHBOARD.member(Role.OWNER), key()));
        for (Role role : List.of(Role.FINANCE, Role.VIEWER)) {
            TestBrowser browser = DASHBOARD.member(role);
            assertThat(browser.get(PATH).body()).contains(credential.appId()).doesNotContain("New credential");
            assertThat(browser.get(pathOf(credential)).body()).doesNotContain("Revoke it");
            assertThat(create(browser, key()).status()).isEqualTo(403);
            assertThat(browser.post(pathOf(credential) + "/revoke").status()).isEqualTo(403);
        }
        assertThat(create(DASHBOARD.member(Role.DEVELOPER), key()).status()).isEqualTo(200);
    }

    @Test
    void wantsAFreshSignInForWhatChangesAndKeepsWhatWasFilledIn() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        DASHBOARD.clock.advance(Duration.ofMinutes(11));
        int before = all().size();

        Reply asked = owner.post(PATH, "once", key(), "scopes", "read", "addresses", "203.0.113.9");

        assertThat(asked.body()).contains("203.0.113.9").doesNotContain("sk_");
        assertThat(all()).hasSize(before);
    }

    private static String key() {
        return DASHBOARD.platform.ids().next().value();
    }

    private static Reply create(TestBrowser browser, String key) {
        return browser.post(PATH, "once", key, "scopes", "read", "scopes", "deposits");
    }

    private static String secret(Reply reply) {
        Matcher found = SECRET.matcher(reply.body());
        assertThat(found.find()).as(reply.body()).isTrue();
        return found.group();
    }

    private static IssuedCredential issue(IntegrationId integration) {
        return DASHBOARD.platform.tenancy().issueCredential(integration, CredentialLimits.NONE);
    }

    private static Authentication authenticate(String appId, String secret) {
        return DASHBOARD.platform.tenancy().authenticate(appId, secret);
    }

    private static List<Credential> all() {
        return DASHBOARD.platform.tenancy().credentials(DASHBOARD.business.id());
    }

    /// The one that a page shows.
    private static Credential credential(Reply made) {
        return all().stream()
                .filter(one -> made.body().contains(one.appId()))
                .findFirst()
                .orElseThrow();
    }

    private static CredentialLimits limits(Credential credential) {
        return all().stream()
                .filter(one -> one.id().equals(credential.id()))
                .map(Credential::limits)
                .findFirst()
                .orElseThrow();
    }

    private static String pathOf(Credential credential) {
        return PATH + "/" + credential.id();
    }
}
