package dev.offramp.dashboard;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.money.Fiat;
import dev.offramp.people.Role;
import dev.offramp.people.SoftwareAuthenticator;
import dev.offramp.requests.LoggedRequest;
import dev.offramp.tenancy.Pin;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a business does in its first hour, so that there is something of everything that has an id.
final class FirstHour {

    /// In all texts that people chose.
    static final String MARK = "zebra";

    static final String ACCOUNT = "0123456789";
    static final String COLD = "0x52908400098527886E0F7030069857D2E4169EE7";
    static final String INVITED = MARK + "@example.com";

    private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private final TestDashboard dashboard;
    private final TestBrowser owner;
    private final String root;
    private final int number;
    private final String mark;

    private FirstHour(TestDashboard dashboard, TestBrowser owner, int number) {
        this.dashboard = dashboard;
        this.owner = owner;
        this.root = dashboard.root();
        this.number = number;
        this.mark = number == 0 ? MARK : MARK + number;
    }

    /// Lets it pass, in development.
    ///
    /// @return the browser of the owner who did it all, whose sign-in is fresh and safe
    static TestBrowser of(TestDashboard dashboard) {
        TestBrowser owner = dashboard.stranger();
        owner.signIn(dashboard.person(dashboard.business, Role.OWNER));
        new FirstHour(dashboard, owner, 0).pass();
        return owner;
    }

    /// Lets one more like it pass: there is one more of everything.
    ///
    /// @param number from 1 to 9
    static void another(TestDashboard dashboard, TestBrowser owner, int number) {
        new FirstHour(dashboard, owner, number).pass();
    }

    private void pass() {
        endpoint();
        developers();
        deposits();
        moneyOut();
        drafts();
        team();
        passkey();
    }

    private void endpoint() {
        done(owner.post(root + "/developers/webhooks", "url", "https://" + mark + ".example/hook", "every", "on"));
    }

    private void deposits() {
        dashboard.deposit(mark + "-one", "100");
        dashboard.deposit(mark + "-two", "10");
        dashboard.settle();
    }

    private void moneyOut() {
        new Funds(dashboard).add(Fiat.NGN, "10000");
        new Funds(dashboard).add(Fiat.USD, "500");
        dashboard.platform.tenancy().setPin(dashboard.tenant(), new Pin("4711"));
        done(owner.post(
                root + "/banks",
                "bank",
                "25",
                "accountNumber",
                ACCOUNT.replace('9', (char) ('9' - number)),
                "narration",
                mark));
        done(owner.post(
                root + "/saved-addresses",
                "coin",
                "usdc",
                "network",
                "erc20",
                "address",
                number == 0 ? COLD : COLD.toLowerCase(Locale.ROOT).replace("52908", "5290" + number),
                "label",
                mark));
        String draft = payout();
        String agreed = find(AGREED, owner.get(draft).body());
        done(owner.post(draft, "agreed", agreed.replace("&#34;", "\"").replace("&amp;", "&"), "pin", "4711"));
    }

    private void drafts() {
        payout();
        done(owner.post(
                root + "/withdrawals/address",
                "address",
                id(owner.get(root + "/saved-addresses").body(), "saved-addresses/"),
                "amount",
                "20",
                "feeLevel",
                "medium"));
        done(owner.post(root + "/convert", "direction", "usd-ngn", "amount", "100"));
    }

    /// The path of its draft.
    private String payout() {
        String bank = id(owner.get(root + "/banks").body(), "banks/");
        return done(owner.post(root + "/withdrawals/bank", "bank", bank, "amount", "1000", "narration", mark));
    }

    private void team() {
        dashboard.person(dashboard.business, Role.FINANCE);
        taken(200, owner.post(root + "/team/invitations", "email", mark + "@example.com", "role", "viewer"));
    }

    private void developers() {
        String once = dashboard.platform.ids().next().value();
        taken(200, owner.post(root + "/developers/credentials", "scopes", "read", "once", once));
        dashboard
                .platform
                .requests()
                .note(new LoggedRequest(
                        dashboard.platform.ids().next(),
                        dashboard.tenant(),
                        "app_1",
                        "POST",
                        "POST /trades/{id}",
                        "/trades/" + mark,
                        422,
                        Duration.ofMillis(12),
                        dashboard.clock.instant(),
                        "203.0.113.7",
                        Optional.of("validation errors"),
                        List.of("amount")));
    }

    /// And signs in with it in another browser.
    private void passkey() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator("http://localhost", "localhost", number + 1);
        String options = owner.post("/me/passkey-options").body();
        taken(
                number == 0 ? 200 : 303,
                owner.post("/me/passkeys", "name", mark, "answer", authenticator.create(options)));
        TestBrowser elsewhere = dashboard.stranger();
        String challenge = elsewhere.post("/sign-in/passkey-options").body();
        done(elsewhere.post("/sign-in/passkey", "answer", authenticator.sign(challenge)));
    }

    /// Where a form that was taken leads.
    private static String done(Reply reply) {
        return taken(303, reply).location();
    }

    private static Reply taken(int status, Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError(reply);
        }
        return reply;
    }

    private static String id(String body, String before) {
        return find(Pattern.compile(Pattern.quote(before) + "(" + ID + ")"), body);
    }

    private static String find(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + body);
        }
        return matcher.group(1);
    }
}
