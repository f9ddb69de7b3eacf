package dev.offramp.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestDashboard;
import dev.offramp.mail.Letter;
import dev.offramp.mail.ScriptedMailServer;
import dev.offramp.people.SignUpRule;
import dev.offramp.webhooks.ScriptedClient;
import dev.offramp.webhooks.WebhookClient;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who is told of incidents, and how nobody is told who does not want it.
class SubscribersTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("203.0.113.7");
    private static final String ANN = "ann@example.com";
    private static final String URL = "https://hooks.example.com/status";

    private final ScriptedMailServer letters = new ScriptedMailServer();
    private final TestDashboard dashboard = new TestDashboard(SignUpRule.OPEN, letters);
    private final Bulletins bulletins = dashboard.platform.bulletins();
    private final Subscribers subscribers = bulletins.subscribers();

    @AfterEach
    void close() {
        dashboard.close();
    }

    private StatusIncident begin(String title) {
        return dashboard.db.transact(tx -> bulletins.begin(
                tx,
                new NewIncident(title, List.of("api"), Optional.empty(), bulletins.now()),
                Stage.INVESTIGATING,
                "We look into it."));
    }

    private void resolve(StatusIncident incident) {
        dashboard.db.run(tx -> bulletins.update(tx, incident.id(), Stage.RESOLVED, "It is over."));
    }

    private List<Letter> mailed() {
        dashboard.platform.mail().sendStep().runOnce();
        return letters.to(ANN);
    }

    private static String link(Letter letter, String path) {
        return letter.text()
                .lines()
                .filter(line -> line.contains(path))
                .map(line -> line.substring(line.indexOf(path) + path.length()))
                .findFirst()
                .orElseThrow();
    }

    private List<WebhookClient.Call> sent() {
        bulletins.sendStep().runOnce();
        return dashboard.receiver.calls();
    }

    private Subscription.Told told() {
        Subscription.Told told = (Subscription.Told) subscribers.addWebhook(URL, HERE);
        dashboard.receiver.forget();
        return told;
    }

    @Test
    void tellNobodyWhoHasNotConfirmed() {
        assertThat(subscribers.wishMail("Ann@Example.com ", HERE)).isEqualTo(new Subscription.Heard());
        begin("Payouts are late");

        assertThat(mailed()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Confirm: be told of incidents");
            assertThat(letter.text()).contains("/status/confirm/", "/status/unsubscribe/");
        });
    }

    @Test
    void tellOfEachChangeOnceConfirmedWithALinkThatEndsIt() {
        subscribers.wishMail(ANN, HERE);
        assertThat(subscribers.confirm(link(mailed().getFirst(), "/status/confirm/")))
                .isTrue();
        StatusIncident incident = begin("Payouts are late");
        resolve(incident);

        List<Letter> got = mailed();
        assertThat(got)
                .extracting(Letter::subject)
                .containsExactly(
                        "Confirm: be told of incidents",
                        "Investigating: Payouts are late",
                        "Resolved: Payouts are late");
        assertThat(got).allMatch(letter -> letter.text().contains("/status/unsubscribe/"));

        assertThat(subscribers.unsubscribe(link(got.getLast(), "/status/unsubscribe/")))
                .isTrue();
        begin("Another");
        assertThat(mailed()).hasSize(3);
    }

    @Test
    void getOneUnaskedLetterADayWhoeverWantsIt() {
        for (int i = 0; i < 8; i++) {
            assertThat(subscribers.wishMail(ANN, InetAddress.ofLiteral("198.51." + i + ".1")))
                    .isEqualTo(new Subscription.Heard());
        }
        assertThat(mailed()).hasSize(1);

        dashboard.clock.advance(Duration.ofDays(1).plusSeconds(1));
        subscribers.wishMail(ANN, HERE);
        assertThat(mailed()).hasSize(2);
    }

    @Test
    void getNoneAfterTheyUnsubscribedBeforeTheDayIsOver() {
        subscribers.wishMail(ANN, HERE);
        subscribers.unsubscribe(link(mailed().getFirst(), "/status/unsubscribe/"));
        subscribers.wishMail(ANN, HERE);

        assertThat(mailed()).hasSize(1);
    }

    @Test
    void areNotWishedForTooOftenFromOnePlace() {
        for (int i = 0; i < 10; i++) {
            subscribers.wishMail("person" + i + "@example.com", HERE);
        }

        assertThat(subscribers.wishMail("more@example.com", InetAddress.ofLiteral("203.0.113.99")))
                .isEqualTo(new Subscription.TooOften());
        assertThat(subscribers.addWebhook(URL, HERE)).isEqualTo(new Subscription.TooOften());
    }

    @Test
    void takeNoLinkThatIsMadeUpOrMeantForSomethingElseOrTooOld() {
        subscribers.wishMail(ANN, HERE);
        Letter letter = mailed().getFirst();
        String confirm = link(letter, "/status/confirm/");

        assertThat(subscribers.confirm(link(letter, "/status/unsubscribe/"))).isFalse();
        assertThat(subscribers.unsubscribe(confirm)).isFalse();
        assertThat(subscribers.confirm(confirm.replaceAll(".$", "x"))).isFalse();
        assertThat(subscribers.confirm("")).isFalse();
        dashboard.clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(subscribers.confirm(confirm)).isFalse();
    }

    @Test
    void areNoAddressThatIsNone() {
        assertThat(subscribers.wishMail("nobody", HERE)).isInstanceOf(Subscription.Refused.class);
    }

    @Test
    void areToldAtTheirUrlWithASignature() {
        Subscription.Told told = told();
        StatusIncident incident = begin("Payouts are late");

        WebhookClient.Call call = sent().getFirst();
        JsonNode body = JsonMapper.shared().readTree(new String(call.body(), StandardCharsets.UTF_8));
        assertThat(call.url()).hasToString(URL);
        assertThat(body.get("event").asString()).isEqualTo("status.incident");
        assertThat(body.at("/incident/id").asString()).isEqualTo(incident.id().toString());
        assertThat(body.at("/incident/update/text").asString()).isEqualTo("We look into it.");
        assertThat(body.get("unsubscribe").asString()).isEqualTo(told.unsubscribe());
        assertThat(ScriptedClient.header(call, "x-webhook-secret"))
                .isEqualTo(told.secret().value());
        assertThat(ScriptedClient.header(call, "webhook-signature")).startsWith("v1,");
        assertThat(ScriptedClient.header(call, "webhook-id"))
                .isEqualTo(body.get("eventId").asString());
    }

    @Test
    void areProbedFirstAndJudgedAsThoseOfProduction() {
        assertThat(subscribers.addWebhook("http://127.0.0.1/hook", HERE))
                .isEqualTo(new Subscription.Refused("URL must start with https:// in production"));
        dashboard.receiver.always(404);
        assertThat(subscribers.addWebhook(URL, HERE)).isEqualTo(new Subscription.Refused("receiver answered 404"));
        assertThat(dashboard.receiver.calls()).hasSize(1);
    }

    @Test
    void areToldOnceHoweverOftenTheyAreNamed() {
        told();

        assertThat(subscribers.addWebhook(URL, HERE)).isEqualTo(new Subscription.ToldAlready());
    }

    @Test
    void areToldAgainTheSameUntilTheyTakeIt() {
        told();
        begin("Payouts are late");
        dashboard.receiver.always(500);
        sent();
        assertThat(sent()).hasSize(1);
        dashboard.receiver.always(200);
        dashboard.clock.advance(Duration.ofSeconds(31));

        assertThat(sent()).hasSize(2);
        assertThat(dashboard.receiver.bodies())
                .allMatch(dashboard.receiver.bodies().getFirst()::equals);
        dashboard.clock.advance(Duration.ofHours(2));
        assertThat(sent()).hasSize(2);
    }

    @Test
    void areForgottenWhenTheySaySo() {
        told();
        begin("Payouts are late");
        dashboard.receiver.always(410);
        sent();
        begin("Another");

        assertThat(sent()).hasSize(1);
    }

    @Test
    void areForgottenWhenTheyTakeNothingForADay() {
        told();
        begin("Payouts are late");
        dashboard.receiver.always(500);
        for (int i = 0; i < 30; i++) {
            sent();
            dashboard.clock.advance(Duration.ofHours(1).plusSeconds(1));
        }
        dashboard.receiver.forget();
        begin("Another");

        assertThat(sent()).isEmpty();
    }

    @Test
    void areToldNoMoreByTheirLink() {
        Subscription.Told told = told();
        begin("Payouts are late");
        subscribers.unsubscribe(told.unsubscribe().replaceAll(".*/", ""));

        assertThat(sent()).as("nor of what was on its way").isEmpty();
    }
}
