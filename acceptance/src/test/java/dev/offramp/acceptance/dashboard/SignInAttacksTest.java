package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Visitor;
import dev.offramp.acceptance.browser.Visitor.Reply;
import dev.offramp.acceptance.program.Program;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What strangers try at the door. Each visitor is at an address of its own, which a proxy in front tells.
class SignInAttacksTest {

    private static final String SESSION = "__Host-offramp";
    private static final String OWN_PASSWORD = "a door that opens for one person";
    private static final int TRIES = 10;
    private static final int ROUNDS = 8;
    private static final AtomicInteger PLACES = new AtomicInteger();

    @TempDir
    private static Path data;

    private static Program program;
    private static URI site;
    private static Map<String, String> right;
    private static Map<String, String> wrong;

    @BeforeAll
    static void start() {
        program = Program.on(data)
                .with("OFFRAMP_TRUSTED_PROXIES", "127.0.0.0/8,::1")
                .start();
        JsonNode owner = program.ownerLogin();
        site = URI.create(owner.get("url").asString());
        String email = owner.get("email").asString();
        right = Map.of("email", email, "password", OWN_PASSWORD);
        changeTheMadePassword(
                Map.of("email", email, "password", owner.get("password").asString()));
        wrong = Map.of("email", email, "password", "not the right one");
    }

    /// Nothing else opens before that.
    private static void changeTheMadePassword(Map<String, String> made) {
        Visitor visitor = somebody();
        assertThat(visitor.submit("/sign-in", "/sign-in", made).status()).isEqualTo(303);
        assertThat(visitor.submit("/me/password", "/me/password", Map.of("password", OWN_PASSWORD))
                        .status())
                .isEqualTo(303);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Visitor somebody() {
        return Visitor.from("203.0." + PLACES.incrementAndGet() + ".1", site);
    }

    private static Visitor owner() {
        Visitor owner = somebody();
        assertThat(owner.submit("/sign-in", "/sign-in", right).status()).isEqualTo(303);
        return owner;
    }

    private static boolean isSignedIn(Visitor visitor) {
        return visitor.get("/me").status() == 200;
    }

    @Test
    void givesACookieThatNeitherScriptsNorOtherSitesNorNeighboursCanUse() {
        Reply reply = somebody().submit("/sign-in", "/sign-in", right);

        assertThat(reply.setCookies())
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .asString()
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure")
                .doesNotContain("Domain");
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, https://elsewhere.example",
        "same-site, https://other.localhost",
        "none, ''",
        "'', https://elsewhere.example",
        "'', http://localhost",
        "'', null",
        "'', ''"
    })
    void takesNoSignInFromAnotherSite(String fetchSite, String origin) {
        Visitor victim = somebody().with("Sec-Fetch-Site", fetchSite).with("Origin", origin);

        Reply reply = victim.post("/sign-in", right);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(victim.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void takesNoFormOfAnotherSiteFromSomebodySignedIn() {
        Visitor victim = owner();
        Map<String, String> form = Visitor.hidden(victim.get("/me"), "/sign-out");

        victim.with("Sec-Fetch-Site", "cross-site").with("Origin", "https://elsewhere.example");

        assertThat(victim.post("/sign-out", form).status()).isEqualTo(403);
        assertThat(isSignedIn(victim)).isTrue();
    }

    @Test
    void takesNoFormWithoutTheTokenOfItsSession() {
        Visitor victim = owner();
        Map<String, String> ofAnother = Visitor.hidden(owner().get("/me"), "/sign-out");

        assertThat(victim.post("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(victim.post("/sign-out", Map.of("token", "")).status()).isEqualTo(403);
        assertThat(victim.post("/sign-out", ofAnother).status()).isEqualTo(403);
        assertThat(isSignedIn(victim)).isTrue();
        assertThat(victim.submit("/me", "/sign-out", Map.of()).status()).isEqualTo(303);
        assertThat(isSignedIn(victim)).isFalse();
    }

    @Test
    void signsNobodyInToASessionThatWasPlanted() {
        Visitor attacker = somebody();
        Visitor victim = somebody();
        victim.cookies().put(SESSION, "planted-planted-planted-planted-planted-pla");
        attacker.cookies().putAll(victim.cookies());

        victim.post("/sign-in", withToken(victim, right));

        assertThat(isSignedIn(victim)).isTrue();
        assertThat(victim.cookies().get(SESSION))
                .isNotEqualTo(attacker.cookies().get(SESSION));
        assertThat(isSignedIn(attacker)).isFalse();
    }

    private static Map<String, String> withToken(Visitor visitor, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Visitor.hidden(visitor.get("/sign-in"), "/sign-in"));
        all.putAll(fields);
        return all;
    }

    @Test
    void givesANewSessionWithEachRiseOfPrivilege() {
        Visitor owner = owner();
        Visitor thief = somebody();
        thief.cookies().putAll(owner.cookies());
        assertThat(isSignedIn(thief)).isTrue();

        Reply confirmed = owner.submit("/confirm", "/confirm", Map.of("password", right.get("password")));

        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(isSignedIn(owner)).isTrue();
        assertThat(isSignedIn(thief)).isFalse();
    }

    @Test
    void leavesNothingThatWorksAfterSigningOut() {
        Visitor owner = owner();
        Visitor thief = somebody();
        thief.cookies().putAll(owner.cookies());

        owner.submit("/me", "/sign-out", Map.of());

        assertThat(owner.cookies()).doesNotContainKey(SESSION);
        assertThat(isSignedIn(thief)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "\\\\elsewhere.example/",
                "/%09/elsewhere.example",
                "/\t/elsewhere.example",
                "javascript:alert(1)",
                "https:elsewhere.example",
                " //elsewhere.example",
                "/me\r\nSet-Cookie: a=b"
            })
    void sendsNobodyToAnotherSiteAfterSigningIn(String next) {
        Map<String, String> fields = new HashMap<>(right);
        fields.put("next", next);

        Reply reply = somebody().post("/sign-in", fields);

        assertThat(reply.location()).isEqualTo(reply.status() == 303 ? "/" : "");
        assertThat(reply.status()).isIn(303, 422);
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        Visitor visitor = somebody();

        Reply asked = visitor.get("/me");
        Reply signedIn = visitor.submit(asked.location(), "/sign-in", right);

        assertThat(asked.location()).isEqualTo("/sign-in?next=%2Fme");
        assertThat(signedIn.location()).isEqualTo("/me");
    }

    @Test
    void endsAGuessersTriesAndNobodyElses() {
        Visitor known = owner();
        known.submit("/me", "/sign-out", Map.of());
        Visitor guesser = somebody();
        for (int i = 0; i < TRIES; i++) {
            assertThat(guesser.post("/sign-in", wrong).status()).isEqualTo(422);
        }

        Reply shut = guesser.post("/sign-in", right);

        assertThat(shut.status()).isEqualTo(422);
        assertThat(shut.body()).contains("Too many tries");
        assertThat(guesser.cookies()).doesNotContainKey(SESSION);
        assertThat(owner().cookies()).containsKey(SESSION);
        known.with("X-Forwarded-For", "203.0." + PLACES.get() + ".9");
        assertThat(known.post("/sign-in", right).status()).isEqualTo(303);
    }

    /// Not even the guesser's neighbour can shut somebody out who signed in there before.
    @Test
    void letsAKnownBrowserInFromTheGuessersOwnPlace() {
        Visitor known = owner();
        known.submit("/me", "/sign-out", Map.of());
        String place = "203.0." + PLACES.incrementAndGet() + ".1";
        Visitor guesser = Visitor.from(place, site);
        for (int i = 0; i <= TRIES; i++) {
            guesser.post("/sign-in", wrong);
        }

        assertThat(guesser.post("/sign-in", right).status()).isEqualTo(422);
        assertThat(known.with("X-Forwarded-For", place).post("/sign-in", right).status())
                .isEqualTo(303);
    }

    @Test
    void answersTheSameForAnAddressThatNobodyHas() {
        String somebodys = right.get("email");
        String nobodys = "x".repeat(somebodys.indexOf('@')) + somebodys.substring(somebodys.indexOf('@'));
        Visitor first = somebody();
        Visitor second = somebody();
        for (int i = 0; i <= TRIES; i++) {
            Reply known = first.post("/sign-in", wrong);
            Reply unknown = second.post("/sign-in", Map.of("email", nobodys, "password", wrong.get("password")));

            assertThat(unknown.status()).isEqualTo(known.status());
            assertThat(constant(unknown).replace(nobodys, somebodys)).isEqualTo(constant(known));
            assertThat(unknown.headers().keySet()).isEqualTo(known.headers().keySet());
        }
    }

    /// Apart from the second until which no more tries are taken.
    private static String constant(Reply reply) {
        return reply.body().replaceAll("\\d\\d:\\d\\d:\\d\\d UTC", "then");
    }

    /// The slow hash is computed either way. Without it an answer would be ten times as fast.
    @Test
    void takesTheSameTimeForAnAddressThatNobodyHas() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            known.add(nanos(wrong));
            unknown.add(nanos(Map.of("email", "nobody" + i + "@example.com", "password", wrong.get("password"))));
        }

        double ratio = (double) median(unknown) / median(known);

        assertThat(ratio).as("known %s, unknown %s", known, unknown).isBetween(0.5, 2.0);
    }

    private static long nanos(Map<String, String> fields) {
        Visitor visitor = somebody();
        visitor.get("/sign-in");
        long start = System.nanoTime();
        visitor.post("/sign-in", fields);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    @Test
    void wantsHttpsFromEverybodyWhoIsNotOnThisMachine() {
        Reply reply = somebody().with("X-Forwarded-Proto", "http").get("/sign-in");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("HTTPS is required").doesNotContain("<form");
        assertThat(reply.headers()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void canBeFramedByNobodyAndIsKeptByNoCache() {
        for (Reply page : List.of(
                somebody().get("/sign-in"), owner().get("/me"), somebody().get("/me/nowhere"))) {
            assertThat(page.headers())
                    .containsEntry("x-frame-options", "DENY")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("strict-transport-security", "max-age=31536000")
                    .hasEntrySatisfying(
                            "content-security-policy",
                            policy -> assertThat(policy)
                                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                                    .doesNotContain("unsafe"));
        }
    }
}
