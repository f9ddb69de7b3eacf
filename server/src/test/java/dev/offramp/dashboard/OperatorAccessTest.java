package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.people.Role;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may come to the pages of operators: nobody else gets to know that they are there.
class OperatorAccessTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static String flagged;

    @BeforeAll
    static void begin() {
        flagged = DASHBOARD.deposit("ada", "10").toString();
        DASHBOARD.settle();
    }

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void showsThemToOperatorsAlone() {
        TestBrowser stranger = DASHBOARD.stranger();
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        TestBrowser operator = DASHBOARD.operator();
        operator.enrolApp();

        assertThat(pages(Route.Verb.GET)).hasSizeGreaterThan(15).allSatisfy(path -> {
            assertThat(stranger.get(path).outcome()).startsWith("303 /sign-in?next=");
            assertThat(owner.get(path).status()).isEqualTo(404);
            assertThat(operator.get(path).status()).isEqualTo(200);
        });
    }

    @Test
    void letsOperatorsAloneDoWhatTheyOffer() {
        TestBrowser stranger = DASHBOARD.stranger();
        TestBrowser owner = DASHBOARD.member(Role.OWNER);

        assertThat(pages(Route.Verb.POST)).hasSizeGreaterThan(10).allSatisfy(path -> {
            assertThat(asksToSignIn(stranger.post(path))).as(path).isTrue();
            assertThat(owner.post(path).status()).isEqualTo(404);
        });
    }

    /// What is filled in is carried through signing in; what is not is not.
    private static boolean asksToSignIn(Reply reply) {
        return reply.location().startsWith("/sign-in") || reply.body().contains("<h1>Sign in</h1>");
    }

    @Test
    void saysNoMoreToMembersThanOfAPageThatIsNotThere() {
        TestBrowser owner = DASHBOARD.member(Role.OWNER);
        Reply nothing = owner.get("/operator/nothing");

        assertThat(owner.get("/operator/rates").body()).isEqualTo(nothing.body().replace("/nothing", "/rates"));
    }

    @Test
    void wantsASafeSignInOfOperatorsWhereProductionIsOn() {
        assertThat(DASHBOARD.operator().get("/operator").status()).isEqualTo(403);
    }

    private static List<String> pages(Route.Verb verb) {
        return DASHBOARD.pages.stream()
                .filter(page -> page.access() instanceof Access.Operator)
                .map(Page::route)
                .filter(route -> route.verb() == verb)
                .map(route -> route.path()
                        .replace("{environment}", "development")
                        .replace("{network}", "solana")
                        .replace("{reference}", DASHBOARD.business.merchantReference())
                        .replace("{base}", "USD")
                        .replace("{quote}", "NGN")
                        .replace("{deposit}", flagged))
                .toList();
    }
}
