package dev.offramp.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.people.SoftwareAuthenticator;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Passkeys, with an authenticator in the place of the browser's script.
class PasskeyPagesTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final AtomicInteger SEEDS = new AtomicInteger();
    private static final Pattern PASSKEY = Pattern.compile("href=\"(/me/passkeys/[^\"]+)\"");

    private final SoftwareAuthenticator authenticator =
            new SoftwareAuthenticator("http://localhost", "localhost", SEEDS.incrementAndGet());
    private final Email email = DASHBOARD.person(DASHBOARD.business, Role.OWNER);
    private final TestBrowser browser = signedIn(email);

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static TestBrowser signedIn(Email email) {
        TestBrowser browser = DASHBOARD.stranger();
        browser.signIn(email);
        return browser;
    }

    private Reply add(String name) {
        String options = browser.post("/me/passkey-options").body();
        return browser.post("/me/passkeys", "name", name, "answer", authenticator.create(options));
    }

    private String passkey() {
        String body = browser.get("/me/security").body();
        return PASSKEY.matcher(body)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError(body));
    }

    @Test
    void areAddedShownRenamedAndRemoved() {
        Reply added = add("Phone <b>one</b>");
        assertThat(added.body()).contains("<h1>Recovery codes</h1>", "Your passkey is added.");
        assertThat(browser.get("/me/security").body())
                .contains("Phone &lt;b&gt;one&lt;/b&gt;")
                .doesNotContain("<b>one");

        String passkey = passkey();
        assertThat(browser.get(passkey).body()).contains("value=\"Phone &lt;b>one&lt;/b>\"");
        assertThat(browser.post(passkey).body()).contains("Name is required.");
        assertThat(browser.post(passkey, "name", "Key").outcome()).isEqualTo("303 /me/security");
        assertThat(browser.get("/me/security").body()).contains(">Key</td>");

        TestBrowser other = DASHBOARD.member(Role.OWNER);
        assertThat(other.get(passkey).status()).isEqualTo(404);
        assertThat(other.post(passkey, "name", "Mine").status()).isEqualTo(404);
        assertThat(other.post(passkey + "/remove").status()).isEqualTo(404);

        assertThat(browser.post(passkey + "/remove").outcome()).isEqualTo("303 /me/security");
        assertThat(browser.get(passkey).status()).isEqualTo(404);
        assertThat(DASHBOARD.trail(email)).containsSubsequence("passkey.removed", "passkey.renamed", "passkey.added");
    }

    @Test
    void areNotAddedWithoutANameOrAnAnswer() {
        assertThat(browser.post("/me/passkeys", "answer", "{}").body())
                .contains("id=\"field-name-error\">Name of the passkey is required.");
        assertThat(browser.post("/me/passkeys", "name", "Phone").body())
                .contains("It takes JavaScript to make one.", "value=\"Phone\"");
        Reply forged = browser.post("/me/passkeys", "name", "Phone", "answer", "{\"id\":\"x\"}");
        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.body()).contains("is no passkey for this site").doesNotContain("{&#34;id");
    }

    @Test
    void signInAlone() {
        add("Phone");
        TestBrowser fresh = DASHBOARD.stranger();
        assertThat(fresh.get("/sign-in").body()).contains("Sign in with a passkey", "hidden>");
        Reply options = fresh.post("/sign-in/passkey-options");
        assertThat(options.header("Content-Type")).isEqualTo("application/json");

        String answer = authenticator.sign(options.body());
        assertThat(fresh.post("/sign-in/passkey", "answer", answer, "next", "/me")
                        .outcome())
                .isEqualTo("303 /me");
        assertThat(fresh.get("/me").body()).contains(email.text());
        Reply again = DASHBOARD.stranger().post("/sign-in/passkey", "answer", answer);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("<h1>Sign in</h1>", "Begin again");
    }

    @Test
    void thatAreNotKnownSignNobodyIn() {
        add("Phone");
        browser.post(passkey() + "/remove");
        TestBrowser fresh = DASHBOARD.stranger();
        String answer =
                authenticator.sign(fresh.post("/sign-in/passkey-options").body());

        assertThat(fresh.post("/sign-in/passkey", "answer", answer).body()).contains("That passkey is not known here.");
        assertThat(fresh.cookie("offramp")).isEmpty();
    }

    @Test
    void areASecondStepAfterThePassword() {
        add("Phone");
        TestBrowser fresh = DASHBOARD.stranger();
        assertThat(fresh.post("/sign-in", "email", email.text(), "password", TestDashboard.PASSWORD)
                        .outcome())
                .isEqualTo("303 /sign-in/code");
        assertThat(fresh.get("/sign-in/code").body()).contains("Use a passkey");
        Reply wrong = fresh.post("/sign-in/code/passkey", "answer", "{}");
        assertThat(wrong.status()).isEqualTo(422);

        String answer =
                authenticator.sign(fresh.post("/sign-in/code/passkey-options").body());
        assertThat(fresh.post("/sign-in/code/passkey", "answer", answer).outcome())
                .isEqualTo("303 /");
        assertThat(fresh.get("/me").status()).isEqualTo(200);
    }

    @Test
    void confirmThatItIsStillThemAloneOrAfterThePassword() {
        add("Phone");
        DASHBOARD.clock.advance(Duration.ofMinutes(11));
        assertThat(browser.get("/confirm").body()).contains("Use a passkey");
        String answer =
                authenticator.sign(browser.post("/confirm/passkey-options").body());
        assertThat(browser.post("/confirm/passkey", "answer", answer, "next", "/me/password")
                        .outcome())
                .isEqualTo("303 /me/password");
        assertThat(browser.get("/me/password").status()).isEqualTo(200);

        DASHBOARD.clock.advance(Duration.ofMinutes(11));
        assertThat(browser.post("/confirm", "password", TestDashboard.PASSWORD, "next", "/me/password")
                        .body())
                .contains("Use a passkey");
        String second =
                authenticator.sign(browser.post("/sign-in/code/passkey-options").body());
        assertThat(browser.post("/sign-in/code/passkey", "answer", second, "next", "/me/password")
                        .outcome())
                .isEqualTo("303 /me/password");
        assertThat(browser.get("/me/password").status()).isEqualTo(200);
    }

    @Test
    void sayInASentenceWhyThereAreNoOptions() {
        Reply none = browser.post("/confirm/passkey-options");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.body()).startsWith("You have no passkey here");
        assertThat(DASHBOARD.stranger().post("/sign-in/code/passkey-options").status())
                .isEqualTo(409);
    }
}
