package dev.offramp.dashboard.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.CountedStatements;
import dev.offramp.people.Email;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Tenant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoticePagesTest {

    private static final String PATH = "/me/notices";

    private final TestDashboard dashboard = new TestDashboard();

    @AfterEach
    void close() {
        dashboard.close();
    }

    private void freeze(Tenant tenant) {
        dashboard.platform.tenancy().setPin(tenant, new Pin("1234"));
        for (int i = 0; i < 5; i++) {
            dashboard.platform.tenancy().verifyPin(tenant, new Pin("9999"));
        }
        look();
    }

    private void look() {
        dashboard.platform.notices().steps().forEach(step -> step.runOnce());
    }

    private static String openPath(String page) {
        Matcher found = Pattern.compile("action=\"(/[a-z/]+notices/[0-9a-f]{24}/open)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void areCountedOnEveryPageUntilTheyAreRead() {
        TestBrowser owner = dashboard.member(Role.OWNER);
        assertThat(owner.get(dashboard.root()).body())
                .contains("href=\"" + PATH + "\"")
                .doesNotContain(" new</span>");
        assertThat(owner.get(PATH).body()).contains("Nothing new");

        freeze(dashboard.tenant());

        assertThat(owner.get(dashboard.root()).body()).contains("1 new</span>");
        String page = owner.get(PATH).body();
        assertThat(page).contains("The account is frozen", "Shop, development", "Mark all as read");
        assertThat(owner.post(openPath(page)).outcome()).isEqualTo("303 " + dashboard.root() + "/settings");
        assertThat(owner.get(PATH).body())
                .contains("Nothing new", "The account is frozen")
                .doesNotContain(" new</span>");
    }

    @Test
    void areAllReadAtOnceButForThoseThatCameMeanwhile() {
        TestBrowser owner = dashboard.member(Role.OWNER);
        freeze(dashboard.tenant());
        String page = owner.get(PATH).body();
        Matcher until = Pattern.compile("name=\"until\" value=\"([^\"]+)\"").matcher(page);
        assertThat(until.find()).isTrue();
        dashboard.clock.advance(java.time.Duration.ofSeconds(1));
        dashboard.platform.tenancy().unfreeze(dashboard.tenant());
        look();
        freeze(dashboard.tenant());

        assertThat(owner.post(PATH + "/read", "until", until.group(1)).outcome())
                .isEqualTo("303 " + PATH);

        assertThat(owner.get(PATH).body()).contains("1 new</span>");
        assertThat(owner.post(PATH + "/read", "until", "yesterday").outcome()).isEqualTo("303 " + PATH);
        assertThat(owner.get(PATH).body()).contains("1 new</span>");
    }

    @Test
    void areNobodyElsesToOpen() {
        TestBrowser owner = dashboard.member(Role.OWNER);
        TestBrowser admin = dashboard.member(Role.ADMIN);
        freeze(dashboard.tenant());
        String open = openPath(owner.get(PATH).body());

        assertThat(admin.post(open).status()).isEqualTo(404);
        assertThat(owner.get(PATH).body()).contains("1 new</span>");
        assertThat(owner.post(PATH + "/" + "a".repeat(24) + "/open").status()).isEqualTo(404);
        assertThat(owner.post(PATH + "/nothing/open").status()).isEqualTo(404);
    }

    @Test
    void ofOperatorsStandWithTheirPagesAndAreOpenedThereAlone() {
        TestBrowser operator = Operators.signedIn(dashboard);
        dashboard.db.run(tx -> dashboard.platform.tenancy().found(tx, "<b>New</b>"));
        look();

        String page = operator.get("/operator/notices").body();
        assertThat(page)
                .contains("&lt;b&gt;New&lt;/b&gt; may not use production yet")
                .doesNotContain("<b>New");
        assertThat(operator.get("/me").body()).contains("href=\"/operator/notices\">Server");
        String open = openPath(page);
        assertThat(operator.post(open.replace("/operator/", "/me/")).status()).isEqualTo(404);
        assertThat(operator.post(open).outcome()).startsWith("303 /operator/integrations/B-");
        assertThat(dashboard.member(Role.OWNER).get("/operator/notices").status())
                .isEqualTo(404);
    }

    @Test
    void areChosenToBeMailedKindByKind() {
        TestBrowser owner = dashboard.member(Role.OWNER);
        String page = owner.get(PATH + "/choices").body();
        assertThat(page)
                .contains("This server sends no e-mail", "The account is frozen after wrong PINs")
                .contains("value=\"deposit.held\" checked")
                .doesNotContain("value=\"deposit.decided\" checked")
                .doesNotContain("operator.loop")
                .doesNotContain("value=\"account.frozen\"");

        assertThat(owner.post(PATH + "/choices", "business", "deposit.decided", "business", "team.changed")
                        .outcome())
                .isEqualTo("303 " + PATH);

        assertThat(owner.get(PATH + "/choices").body())
                .contains("value=\"deposit.decided\" checked", "value=\"team.changed\" checked")
                .doesNotContain("value=\"deposit.held\" checked");
        assertThat(owner.post(PATH + "/choices", "business", "account.frozen").status())
                .isEqualTo(422);
        assertThat(owner.post(PATH + "/choices", "installation", "operator.loop")
                        .outcome())
                .as("what is not theirs changes nothing")
                .isEqualTo("303 " + PATH);
        assertThat(owner.get(PATH + "/choices").body()).doesNotContain("operator.loop");
    }

    @Test
    void costAPageOneStatementHoweverManyThereAre() {
        Email email = dashboard.person(dashboard.business, Role.OWNER);
        TestBrowser owner = dashboard.stranger();
        owner.signIn(email);
        List<String> without = CountedStatements.during(() -> owner.get("/me"));
        freeze(dashboard.tenant());

        List<String> with = CountedStatements.during(() -> owner.get("/me"));

        assertThat(with).hasSameSizeAs(without);
        assertThat(with)
                .filteredOn(statement -> statement.contains("FROM notice"))
                .hasSize(1);
    }
}
