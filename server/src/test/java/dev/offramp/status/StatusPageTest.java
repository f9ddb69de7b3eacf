package dev.offramp.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Stage;
import dev.offramp.bulletins.Bulletins;
import dev.offramp.bulletins.NewIncident;
import dev.offramp.db.Database;
import dev.offramp.db.Outage;
import dev.offramp.health.Health;
import dev.offramp.web.Body;
import dev.offramp.web.Content;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.Peer;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The face on a real database, which is there or away.
class StatusPageTest {

    private final Stage stage = new Stage();
    private final Outage outage = new Outage();
    private final Database ours = Database.join(stage.database.address(), 4, outage);
    private final Bulletins bulletins = stage.platform.bulletins();
    private final Health health = stage.health(ours, List.of());
    private final List<Face> faces =
            StatusPage.faces(health.board(), bulletins.subscribers(), "https://pay.example.com");
    private final Readiness readiness = Readiness.create(health.pulse());

    @AfterEach
    void close() {
        ours.close();
        stage.close();
    }

    private void measure() {
        stage.clock.advance(Duration.ofSeconds(10));
        stage.platform.payouts().probeStep().runOnce();
        health.measureStep(List.of(), Duration.ofMinutes(5)).runOnce();
    }

    private static RawRequest request(String method, String path, String body, Map<String, String> headers) {
        return new RawRequest(
                "r",
                method,
                path,
                "",
                name -> Optional.ofNullable(headers.get(name)),
                new Peer(InetAddress.ofLiteral("203.0.113.7"), true),
                new Content.Whole(body.getBytes(StandardCharsets.UTF_8)));
    }

    private RawAnswer get(String path) {
        return answer(request("GET", path, "", Map.of()));
    }

    private RawAnswer answer(RawRequest request) {
        return face(request.path()).answer(request);
    }

    /// The one that claims a path.
    private Face face(String path) {
        List<Face> found = faces.stream().filter(face -> face.claims(path)).toList();
        assertThat(found).as(path).hasSize(1);
        return found.getFirst();
    }

    private static String body(RawAnswer answer) {
        return new String(((Body.Whole) answer.body()).bytes(), StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(body(get("/status.json")));
    }

    private Document feed() throws Exception {
        byte[] xml = body(get("/status/feed.xml")).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private void incident(String title, String text) {
        stage.clock.advance(Duration.ofSeconds(3));
        ours.run(tx -> bulletins.begin(
                tx,
                new NewIncident(title, List.of("rates"), Optional.empty(), bulletins.now()),
                dev.offramp.bulletins.Stage.IDENTIFIED,
                text));
    }

    @Test
    void saysThatNothingWasMeasuredYet() {
        assertThat(body(get("/status"))).contains("Nothing was measured yet");
        assertThat(json().get("components")).isEmpty();
    }

    @Test
    void showsEveryComponentWithItsDays() {
        measure();
        measure();

        String html = body(get("/status"));
        assertThat(html)
                .contains("Everything works", "Payouts in NGN", "Operational", "100.00 % available")
                .contains("class=\"unmeasured\" d=\"M0 0h4v28h-4z", "class=\"operational\" d=\"M445 0h4v28h-4z")
                .doesNotContain("style=", "http-equiv=\"refresh\" content=\"0");
        JsonNode json = json();
        assertThat(json.get("state").asString()).isEqualTo("operational");
        assertThat(json.get("database").asString()).isEqualTo("answers");
        assertThat(json.at("/components/0/days")).hasSize(90);
        assertThat(json.at("/components/0/days/89/operational").asInt()).isEqualTo(10);
    }

    @Test
    void tellsOfIncidentsWithWhatWasTypedEscaped() throws Exception {
        measure();
        incident("<b>Rates</b> & more", "We \"know\" <why>.");

        assertThat(body(get("/status")))
                .contains("&lt;b&gt;Rates&lt;/b&gt; &amp; more", "Identified")
                .doesNotContain("<b>Rates");
        assertThat(json().at("/incidents/0/title").asString()).isEqualTo("<b>Rates</b> & more");
        Document feed = feed();
        assertThat(feed.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        assertThat(feed.getElementsByTagName("item").getLength()).isEqualTo(1);
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("Identified: <b>Rates</b> & more");
        assertThat(feed.getElementsByTagName("pubDate").item(0).getTextContent())
                .matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }

    @Test
    void isAnsweredWhileTheDatabaseIsAwayWhichItSays() throws Exception {
        measure();
        incident("Known", "Before.");
        get("/status");
        outage.begin();
        stage.clock.advance(Duration.ofSeconds(10));

        RawAnswer html = get("/status");
        assertThat(html.status()).isEqualTo(200);
        assertThat(body(html)).contains("The database has not answered since", "Something is down", "Known");
        JsonNode json = json();
        assertThat(json.get("database").asString()).isEqualTo("away");
        assertThat(json.get("components"))
                .allMatch(one -> one.get("state").asString().equals("down"));
        assertThat(feed().getElementsByTagName("item").getLength()).isEqualTo(2);

        outage.end();
        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(json().get("database").asString()).isEqualTo("answers");
    }

    @Test
    void isReadyWhileTheDatabaseAnswersAndItIsNotOnItsWayDown() {
        assertThat(ready()).isEqualTo(200);
        outage.begin();
        stage.clock.advance(Duration.ofSeconds(2));
        assertThat(ready()).isEqualTo(503);
        assertThat(readiness
                        .answer(request("GET", "/health/live", "", Map.of()))
                        .status())
                .isEqualTo(200);
        outage.end();
        stage.clock.advance(Duration.ofSeconds(2));
        assertThat(ready()).isEqualTo(200);
        readiness.stopping();
        assertThat(ready()).isEqualTo(503);
    }

    private int ready() {
        return readiness.answer(request("GET", "/health/ready", "", Map.of())).status();
    }

    @Test
    void takesNoFormOfAnotherSite() {
        RawAnswer answer = answer(request(
                "POST", "/status/subscribe/webhook", "url=https%3A%2F%2Fx", Map.of("Sec-Fetch-Site", "cross-site")));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void showsTheSecretOfAUrlThatAnswersOnce() {
        String form = "url=https%3A%2F%2Fhooks.example.com%2Fstatus";
        RawAnswer told = answer(request("POST", "/status/subscribe/webhook", form, Map.of()));

        assertThat(told.status()).isEqualTo(200);
        assertThat(body(told)).contains("whsec_", "http://localhost/status/unsubscribe/");
        assertThat(answer(request("POST", "/status/subscribe/webhook", form, Map.of()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void changesNothingForALinkThatIsOnlyLookedAt() {
        String form = "url=https%3A%2F%2Fhooks.example.com%2Fstatus";
        String told = body(answer(request("POST", "/status/subscribe/webhook", form, Map.of())));
        String path = told.replaceAll("(?s).*(/status/unsubscribe/[0-9a-f-]+).*", "$1");

        assertThat(body(get(path))).contains("Yes, unsubscribe");
        assertThat(answer(request("POST", "/status/subscribe/webhook", form, Map.of()))
                        .status())
                .isEqualTo(409);
        assertThat(body(answer(request("POST", path, "", Map.of())))).contains("Unsubscribed");
        assertThat(answer(request("POST", "/status/unsubscribe/none", "", Map.of()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hasPathsOfItsOwnAndNoOthers() {
        assertThat(List.of("/status", "/status.json", "/status/feed.xml", "/status/x", "/status/feed.xmls"))
                .allSatisfy(this::face);
        assertThat(List.of("/statuses", "/status.jsons", "/", "/health/live", "/v1/status"))
                .noneMatch(path -> faces.stream().anyMatch(face -> face.claims(path)));
        assertThat(get("/status/x").status()).isEqualTo(404);
        assertThat(post("/status").status()).isEqualTo(405);
        assertThat(refused("/status", new Fault.Unavailable(Duration.ofSeconds(1)))
                        .status())
                .isEqualTo(503);
    }

    private RawAnswer post(String path) {
        return answer(request("POST", path, "", Map.of()));
    }

    @Test
    void saysToProgramsInJsonWhatIsWrong() {
        assertThat(said(get("/status.json/x"))).isEqualTo("404 application/json {\"error\":\"not found\"}");
        assertThat(said(post("/status.json"))).isEqualTo("405 application/json {\"error\":\"method not allowed\"}");
        assertThat(said(refused("/status.json", new Fault.Bug())))
                .isEqualTo("500 application/json {\"error\":\"something went wrong: request r\"}");
        assertThat(said(refused("/status.json", new Fault.Malformed())))
                .isEqualTo("400 application/json {\"error\":\"malformed request\"}");
        RawAnswer busy = refused("/status.json", new Fault.Unavailable(Duration.ofSeconds(2)));
        assertThat(said(busy)).isEqualTo("503 application/json {\"error\":\"service unavailable\"}");
        assertThat(header(busy, "Retry-After")).isEqualTo("2");
        assertThat(header(post("/status.json"), "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void saysToFeedReadersInALineWhatIsWrong() {
        String plain = " text/plain; charset=utf-8 ";

        assertThat(said(get("/status/feed.xml/x"))).isEqualTo("404" + plain + "not found\n");
        assertThat(said(post("/status/feed.xml"))).isEqualTo("405" + plain + "method not allowed\n");
        assertThat(said(refused("/status/feed.xml", new Fault.Bug())))
                .isEqualTo("500" + plain + "something went wrong: request r\n");
        assertThat(said(refused("/status/feed.xml", new Fault.Unavailable(Duration.ofSeconds(2)))))
                .isEqualTo("503" + plain + "service unavailable\n");
    }

    private RawAnswer refused(String path, Fault fault) {
        return face(path).refuse(fault, "r");
    }

    private static String said(RawAnswer answer) {
        return answer.status() + " " + header(answer, "Content-Type") + " " + body(answer);
    }

    private static String header(RawAnswer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(RawAnswer.Header::value)
                .findFirst()
                .orElseThrow();
    }
}
