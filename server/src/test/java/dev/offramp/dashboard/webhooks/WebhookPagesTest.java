package dev.offramp.dashboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.ObjectId;
import dev.offramp.lists.ListQuery;
import dev.offramp.people.Role;
import dev.offramp.webhooks.Announcement;
import dev.offramp.webhooks.DeliveryRecord;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EventType;
import dev.offramp.webhooks.WebhookClient.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The pages about webhooks.
class WebhookPagesTest {

    private static final String URL = "https://shop.example/hook";
    private static final String SCRIPT = "<script>alert(1)</script>";

    private final TestDashboard dashboard = new TestDashboard();
    private final String path = dashboard.root() + "/developers/webhooks";
    private final String log = dashboard.root() + "/developers/deliveries";
    private final TestBrowser developer = dashboard.member(Role.DEVELOPER);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void savesAnEndpointOnceItsUrlHasAnswered() {
        Reply saved = developer.post(path, "url", URL, "every", "on");

        assertThat(saved.outcome()).isEqualTo("303 " + path + "/" + endpoint().id());
        assertThat(dashboard.receiver.bodies()).singleElement().asString().contains("webhook.verification");
        assertThat(developer.get(path).body()).contains(URL, "every event");
    }

    @Test
    void saysWhyAUrlIsNotSavedAndKeepsWhatWasTyped() {
        dashboard.receiver.always(500);

        Reply refused = developer.post(path, "url", URL, "types", "trade.completed");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("receiver answered 500", "value=\"" + URL + "\"")
                .containsPattern("value=\"trade.completed\" checked");
        assertThat(developer
                        .post(path, "url", "ftp://shop.example", "every", "on")
                        .body())
                .contains("URL must start with https:// or http://.");
        assertThat(developer.post(path, "url", URL).body()).contains("Tick this, or choose some events below.");
        assertThat(endpoints()).isEmpty();
    }

    @Test
    void savesTheSameUrlOnce() {
        save();

        assertThat(developer.post(path, "url", URL, "every", "on").body())
                .contains("There is an endpoint with this URL already.");
        assertThat(endpoints()).hasSize(1);
    }

    @Test
    void changesEventsWithoutAskingTheUrlAndTheUrlAfterAskingIt() {
        Endpoint endpoint = save();
        String own = path + "/" + endpoint.id();

        developer.post(own, "url", URL, "types", "trade.flagged");
        assertThat(dashboard.receiver.calls()).isEmpty();
        assertThat(developer.get(own).body()).contains("trade.flagged").doesNotContain("every event</");

        dashboard.receiver.always(404);
        assertThat(developer
                        .post(own, "url", "https://shop.example/new", "every", "on")
                        .status())
                .isEqualTo(422);
        assertThat(endpoint().url()).isEqualTo(URL);
        dashboard.receiver.always(200);
        developer.post(own, "url", "https://shop.example/new", "every", "on");
        assertThat(endpoint().url()).isEqualTo("https://shop.example/new");
    }

    @Test
    void isTurnedOffAndOnAndRemoved() {
        String own = path + "/" + save().id();

        developer.post(own + "/disable");
        assertThat(developer.get(own).body()).contains("turned off in the dashboard", "Turn on");
        developer.post(own + "/enable");
        assertThat(endpoint().disabled()).isEmpty();
        assertThat(developer.post(own + "/remove").outcome()).isEqualTo("303 " + path);
        assertThat(endpoints()).isEmpty();
        assertThat(developer.get(own).status()).isEqualTo(404);
    }

    @Test
    void sendsATestEventOnceAndShowsWhatCameBack() {
        String own = path + "/" + save().id();
        dashboard.receiver.script(call -> new Answer.Responded(500, SCRIPT, Optional.empty()));
        String key = key();

        Reply sent = developer.post(own + "/test", "type", "trade.completed", "once", key);
        Reply again = developer.post(own + "/test", "type", "trade.completed", "once", key);

        assertThat(dashboard.receiver.bodies()).singleElement().asString().contains("7e577e577e577e577e577e57");
        assertThat(again.outcome()).isEqualTo("303 " + own);
        String page = developer.get(sent.location()).body();
        assertThat(page)
                .contains("trade.completed", "a test, about nothing", "answered 500", "&lt;script&gt;alert(1)")
                .doesNotContain(SCRIPT);
        assertThat(developer.get(log).body()).contains("(test)");
        assertThat(developer.post(own + "/test", "once", key()).body()).contains("Choose one of the list.");
    }

    @Test
    void showsTheSecretToWhoHasJustSignedInAndReplacesItOnce() {
        save();
        String first = dashboard.platform.webhooks().secret(dashboard.tenant()).value();
        assertThat(developer.get(path + "/secret").body()).contains(first);
        assertThat(developer.get(path).body()).doesNotContain(first);
        String key = key();

        developer.post(path + "/secret/rotate", "overlap", "24", "once", key);
        developer.post(path + "/secret/rotate", "overlap", "24", "once", key);

        assertThat(developer.get(path + "/secret").body()).contains("The old secret", first);
        developer.post(path + "/secret/switch");
        assertThat(developer.get(path + "/secret").body()).doesNotContain(first);
        dashboard.clock.advance(Duration.ofMinutes(11));
        assertThat(developer.get(path + "/secret").location()).startsWith("/confirm");
    }

    @Test
    void resendsOneDelivery() {
        save();
        DeliveryRecord record = failed("{\"id\":1}");
        dashboard.receiver.always(200);

        Reply sent = developer.post(log + "/" + record.id() + "/resend");

        assertThat(sent.outcome()).isEqualTo("303 " + log + "/" + record.id());
        assertThat(developer.get(sent.location()).body()).contains("delivered", "answered 200", "answered 500");
    }

    @Test
    void replaysATime() {
        save();
        enqueue("{}");
        deliver();

        assertThat(developer
                        .post(log + "/replay", "since", "yesterday", "which", "failed")
                        .body())
                .contains("Since must be a time in UTC", "yesterday");
        dashboard.clock.advance(Duration.ofSeconds(1));
        developer.post(log + "/replay", "since", "2020-01-01 00:00", "which", "failed");
        assertThat(developer.get(log).body()).contains("0 deliveries are on their way again.");
        Reply replayed = developer.post(log + "/replay", "since", "2020-01-01 00:00", "which", "all");

        assertThat(replayed.outcome()).isEqualTo("303 " + log);
        assertThat(developer.get(log).body()).contains("1 delivery is on its way again.");
        deliver();
        assertThat(dashboard.receiver.calls()).hasSize(2);
    }

    @Test
    void masksAccountNumbersForThoseWhoMayNotSeeThem() {
        save();
        DeliveryRecord record = failed("{\"meta\":{\"accountNumber\":\"0123456789\"}}");
        String own = log + "/" + record.id();

        assertThat(developer.get(own).body()).contains("6789").doesNotContain("0123456789");
        assertThat(dashboard.member(Role.OWNER).get(own).body()).contains("0123456789");
    }

    @Test
    void narrowsTheLog() {
        save();
        DeliveryRecord record = failed("{}");

        assertThat(developer.get(log + "?status=delivered").body()).contains("No deliveries");
        assertThat(developer.get(log + "?status=nonsense&search=%00").status()).isEqualTo(200);
        assertThat(developer.get(log + "?search=" + record.event().reference()).body())
                .contains(record.id().toString());
    }

    @Test
    void updatesItselfUntilItHasEnded() {
        save();
        dashboard.receiver.always(500);
        enqueue("{}");
        deliver();
        String own = log + "/" + records().getFirst().id();

        assertThat(developer.get(own).body()).contains("hx-get=\"" + own + "/attempts\"");
        dashboard.receiver.always(200);
        dashboard.clock.advance(Duration.ofMinutes(1));
        deliver();
        assertThat(developer.get(own + "/attempts").body())
                .contains("delivered")
                .doesNotContain("hx-get");
    }

    @Test
    void belongsToOneBusiness() {
        String own = "/" + save().id();
        DeliveryRecord record = failed("{}");
        TestBrowser stranger = dashboard.member(dashboard.integration("Other"), Role.OWNER);
        TestBrowser both = dashboard.member(Role.OWNER);
        String elsewhere = dashboard.root(dashboard.integration("Third")) + "/developers";

        assertThat(stranger.get(path + own).status()).isEqualTo(404);
        assertThat(both.get(elsewhere + "/webhooks" + own).status()).isEqualTo(404);
        assertThat(stranger.get(log + "/" + record.id()).status()).isEqualTo(404);
        assertThat(stranger.post(path + own + "/remove").status()).isEqualTo(404);
        assertThat(endpoints()).hasSize(1);
    }

    @Test
    void isLookedAtByAllMembersAndChangedByThoseWhoMay() {
        String own = path + "/" + save().id();
        for (Role role : List.of(Role.FINANCE, Role.VIEWER)) {
            TestBrowser browser = dashboard.member(role);
            assertThat(browser.get(own).body()).contains(URL).doesNotContain("Remove it");
            assertThat(browser.post(own + "/remove").status()).isEqualTo(403);
            assertThat(browser.get(path + "/secret").status()).isEqualTo(403);
            assertThat(browser.post(own + "/test", "type", "trade.completed", "once", key())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(endpoints()).hasSize(1);
    }

    private String key() {
        return dashboard.platform.ids().next().value();
    }

    private Endpoint save() {
        developer.post(path, "url", URL, "every", "on");
        dashboard.receiver.forget();
        return endpoint();
    }

    private Endpoint endpoint() {
        return endpoints().getFirst();
    }

    private List<Endpoint> endpoints() {
        return dashboard.platform.webhooks().endpoints(dashboard.tenant());
    }

    /// An event that was sent and not taken.
    private DeliveryRecord failed(String body) {
        enqueue(body);
        dashboard.receiver.script(call -> new Answer.Responded(500, "no account 0123456789 here", Optional.empty()));
        deliver();
        return records().getFirst();
    }

    private void enqueue(String body) {
        ObjectId reference = dashboard.platform.ids().next();
        Announcement event = new Announcement(
                dashboard.tenant(),
                reference,
                new EventType("trade.completed"),
                dashboard.platform.ids().next(),
                1,
                dashboard.clock.instant(),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                reference);
        dashboard.db.run(tx -> dashboard.platform.webhooks().enqueue(tx, List.of(event)));
    }

    private void deliver() {
        while (dashboard.platform.webhooks().deliverStep().runOnce()) {
            assertThat(dashboard.receiver.calls()).hasSizeLessThan(100);
        }
    }

    private List<DeliveryRecord> records() {
        return dashboard.db.view(tx -> dashboard
                .platform
                .webhooks()
                .list()
                .page(tx, dashboard.tenant(), ListQuery.page(1, 50))
                .items());
    }
}
