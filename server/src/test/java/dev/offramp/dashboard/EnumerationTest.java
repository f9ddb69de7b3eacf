package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.db.CountedStatements;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Somebody who wants to know which addresses have an account gets the same for those that have one and those that
/// have none: the same answer, after the same work. That slow hashes are computed either way is shown by the tests of
/// `people`.
class EnumerationTest {

    private static final int TRIES = 10;
    private static final AtomicInteger PLACES = new AtomicInteger();

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private final Email known = DASHBOARD.person(DASHBOARD.business, Role.OWNER);
    private final String unknown = "nobody" + PLACES.incrementAndGet() + "@example.com";

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    /// An answer, and what the database was asked for it.
    private record Seen(Reply reply, List<String> statements) {

        static Seen of(Function<TestBrowser, Reply> ask, TestBrowser browser) {
            List<Reply> replies = new ArrayList<>();
            List<String> statements = CountedStatements.during(() -> replies.add(ask.apply(browser)));
            return new Seen(replies.getFirst(), statements);
        }
    }

    /// Nobody tried anything from there before.
    private static TestBrowser somebody() {
        return DASHBOARD.stranger().from("203.0." + PLACES.incrementAndGet() + ".1", true);
    }

    private static String plain(Reply reply, String address) {
        return reply.status() + " " + reply.headers() + reply.body().replace(address, "");
    }

    @Test
    void learnsNothingFromSigningInHoweverOften() {
        TestBrowser first = somebody();
        TestBrowser second = somebody();
        for (int i = 0; i <= TRIES + 1; i++) {
            Seen one = Seen.of(browser -> signIn(browser, known.text()), first);
            Seen other = Seen.of(browser -> signIn(browser, unknown), second);

            assertThat(plain(other.reply, unknown)).isEqualTo(plain(one.reply, known.text()));
            assertThat(untilItIsCounted(other.statements)).isEqualTo(untilItIsCounted(one.statements));
        }
    }

    /// Without what some of the tries leave in the audit log: those of strangers no less than of somebody known, but
    /// strangers are counted together, so that it may be another try of theirs.
    private static List<String> untilItIsCounted(List<String> statements) {
        int last = -1;
        for (int i = 0; i < statements.size(); i++) {
            last = statements.get(i).contains("INTO sign_in_budget") ? i : last;
        }
        return statements.subList(0, last + 1);
    }

    private static Reply signIn(TestBrowser browser, String address) {
        return browser.post("/sign-in", "email", address, "password", "not the right one");
    }

    @Test
    void learnsNothingFromSigningUp() {
        Seen one = Seen.of(browser -> signUp(browser, known.text(), "Business of one"), somebody());
        Seen other = Seen.of(browser -> signUp(browser, unknown, "Business of another"), somebody());

        assertThat(one.reply.outcome()).isEqualTo("303 /sign-in");
        assertThat(plain(other.reply, unknown)).isEqualTo(plain(one.reply, known.text()));
        // All is made and, for the address that has an account, given up with its last row.
        assertThat(other.statements.subList(0, one.statements.size())).isEqualTo(one.statements);
        assertThat(one.statements.getLast()).contains("INSERT INTO person");
    }

    /// Whatever else is wrong is said before and alike.
    @Test
    void learnsNothingFromSigningUpWithSomethingElseWrong() {
        for (String business : List.of("Shop", "")) {
            Reply one = signUp(somebody(), known.text(), business);
            Reply other = signUp(somebody(), unknown, business);

            assertThat(one.status()).isEqualTo(422);
            assertThat(plain(other, unknown)).isEqualTo(plain(one, known.text()));
        }
    }

    private static Reply signUp(TestBrowser browser, String address, String business) {
        return browser.post(
                "/sign-up", "name", "Eve", "email", address, "business", business, "password", "a password of Eve");
    }

    /// Whoever may invite gets a link to hand over either way.
    @Test
    void learnsNothingFromInviting() {
        TestBrowser owner = DASHBOARD.member(DASHBOARD.integration("Inviting"), Role.OWNER);
        String team = owner.get("/").location() + "/team/invitations";

        Reply one = owner.post(team, "email", known.text(), "role", "viewer");
        Reply other = owner.post(team, "email", unknown, "role", "viewer");

        assertThat(one.status()).isEqualTo(200);
        assertThat(withoutLink(plain(other, unknown))).isEqualTo(withoutLink(plain(one, known.text())));
    }

    private static String withoutLink(String page) {
        return page.replaceAll("/invitations/[\\w-]{43}", "");
    }

    /// There is no form for a forgotten password, which could tell: operators hand links over. One that was never made
    /// and one that was used or replaced are the same.
    @Test
    void learnsNothingFromLinksForForgottenPasswords() {
        String replaced = reset();
        String used = reset();
        assertThat(somebody().post(used, "password", "a new long password").status())
                .isEqualTo(303);
        String nobodys = "/reset-password/" + "x".repeat(43);

        for (String dead : List.of(replaced, used)) {
            assertThat(plain(somebody().get(dead), dead))
                    .isEqualTo(plain(somebody().get(nobodys), nobodys));
            assertThat(plain(somebody().post(dead, "password", "a new long password"), dead))
                    .isEqualTo(plain(somebody().post(nobodys, "password", "a new long password"), nobodys));
        }
    }

    private String reset() {
        return "/reset-password/"
                + DASHBOARD
                        .db
                        .transact(tx -> DASHBOARD
                                .platform
                                .people()
                                .passwordResets()
                                .make(
                                        tx,
                                        DASHBOARD
                                                .platform
                                                .people()
                                                .find(tx, known)
                                                .orElseThrow()
                                                .id(),
                                        false))
                        .text();
    }
}
