package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destination;
import dev.offramp.http.Http;
import dev.offramp.http.HttpSettings;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.BankId;
import dev.offramp.payouts.PayoutId;
import dev.offramp.payouts.PayoutReference;
import dev.offramp.payouts.Rail;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenant;
import dev.offramp.web.Web;
import dev.offramp.web.WebSettings;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EndpointOutcome;
import dev.offramp.webhooks.WebhookClient.Answer;
import dev.offramp.webhooks.WebhookClient.Call;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stolen database tells no account number and no holder's name (decision 4).
class SealedAtRestTest {

    private static final String NUMBER = "7305519284";
    private static final String HOLDER = "QUIRINUS OKONJO-VANTERPOOL";

    private final Stage stage = new Stage(NamingRail::new);
    private final Tenant tenant;
    private final IssuedCredential credential;
    private final HttpClient client = HttpClient.newHttpClient();
    private Web web;

    SealedAtRestTest() {
        NewIntegration.Created made =
                (NewIntegration.Created) stage.platform.tenancy().createIntegration("shop");
        tenant = new Tenant(made.integration().id(), Environment.DEVELOPMENT);
        credential = made.credential();
    }

    /// The simulated rail, but that every account is that holder's.
    private record NamingRail(Rail rail) implements Rail {

        @Override
        public NameCheck resolve(BankId bank, String accountNumber) {
            return new NameCheck.Named(HOLDER);
        }

        @Override
        public Map<PayoutReference, Submission> submit(List<Order> orders) {
            return rail.submit(orders);
        }

        @Override
        public Map<PayoutReference, Standing> query(Set<PayoutReference> references) {
            return rail.query(references);
        }
    }

    @BeforeEach
    void listen() {
        Platform platform = stage.platform;
        Http http = Http.create(
                new HttpSettings(false, false),
                new Http.Callers(
                        platform.tenancy()::authenticate,
                        platform.tenancy()::countRequest,
                        (request, _) -> platform.requests().note(request)),
                Server.endpoints(platform),
                platform.repetitions(),
                stage.clock);
        web = Web.create(
                new WebSettings("127.0.0.1", 0, List.of(), 4, Optional.empty()),
                List.of(http),
                stage.clock,
                platform.ids());
        web.start();
    }

    @AfterEach
    void close() {
        web.close();
        stage.close();
    }

    @Test
    void isTrueOfAWholeLife() throws Exception {
        EmptyTables empty = new EmptyTables();
        receivers();
        saveTheBankTwice();
        depositToALinkedBank();
        sendTheRestOfThemThere();
        askForIt();
        assertThat(empty.stillAre()).isEmpty();

        assertThat(Traces.of(stage.database.database(), NUMBER)).isEmpty();
        assertThat(Traces.of(stage.database.database(), HOLDER)).isEmpty();
        assertThat(Traces.of(stage.database.database(), "OKONJO")).isEmpty();
    }

    /// One takes everything and one nothing; both say what they were sent.
    private void receivers() {
        EndpointOutcome good =
                stage.platform.webhooks().addEndpoint(tenant, "http://127.0.0.1:9/good", new Endpoint.Events.All());
        EndpointOutcome bad =
                stage.platform.webhooks().addEndpoint(tenant, "http://127.0.0.1:9/bad", new Endpoint.Events.All());
        assertThat(List.of(good, bad)).allMatch(EndpointOutcome.Saved.class::isInstance);
        stage.receiver.script(SealedAtRestTest::echo);
    }

    private static Answer echo(Call call) {
        int status = call.url().getPath().equals("/good") ? 200 : 500;
        return new Answer.Responded(status, new String(call.body(), StandardCharsets.UTF_8), Optional.empty());
    }

    private void saveTheBankTwice() throws Exception {
        String body = "{\"id\":\"25\",\"accountNumber\":\"" + NUMBER + "\"}";
        HttpResponse<String> first = post("/payments/banks/add", body, "k1");
        HttpResponse<String> again = post("/payments/banks/add", body, "k1");

        assertThat(first.body()).contains(NUMBER, HOLDER);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    private void depositToALinkedBank() throws Exception {
        String asset = stage.asset(Stage.USDC).id().toString();
        HttpResponse<String> made =
                post("/trades/sell/assets/" + asset + "/generate-address", """
                {"label":"ada","bankId":"25","accountNumber":"%s","autoSettlement":true}
                """.formatted(NUMBER), "k2");
        assertThat(made.body()).contains("\"success\":true");
        post(
                "/trades/sell/mock-trade",
                """
                {"walletAddress":"%s","asset":"%s","amountInUSD":59,"cryptoReceived":59,"reference":"r","txHash":"t"}
                """.formatted(json(made).at("/data/address").asString(), Stage.USDC.value()),
                "k3");
        stage.blocks(8);

        assertThat(stage.receiver.bodies())
                .filteredOn(body -> body.contains("\"event\":\"withdrawal.completed\""))
                .hasSizeGreaterThan(1)
                .allMatch(body -> body.contains(NUMBER));
    }

    private void sendTheRestOfThemThere() throws Exception {
        BankAccount account = new BankAccount("25", "OPay", NUMBER, HOLDER, Fiat.NGN, Optional.empty());
        stage.platform
                .db()
                .run(tx -> stage.platform.destinations().setBusinessWide(tx, tenant, new Destination.Bank(account)));
        String payout = json(get("/payments/withdrawals")).at("/data/0/id").asString();
        // The fact of this waits for the sequencer.
        stage.platform.payouts().takeBack(new PayoutId(new ObjectId(payout)), "returned");
    }

    private void askForIt() throws Exception {
        assertThat(get("/trades/wallets").body()).contains(NUMBER, HOLDER);
        assertThat(get("/payments/withdrawals").body()).contains(NUMBER);
        assertThat(get("/transactions/webhooks").body()).contains(NUMBER);
        assertThat(get("/payments/integration-banks?filter=accountNumber:" + NUMBER)
                        .body())
                .contains(HOLDER);
        assertThat(get("/payments/integration-banks?search=quirinus%20Okonjo-Vanterpool")
                        .body())
                .contains(NUMBER);
        assertThat(get("/payments/integration-banks?search=quirinus").body()).doesNotContain(NUMBER);
    }

    /// A place that nothing was written to would prove nothing.
    private final class EmptyTables {

        private static final List<String> PLACES = List.of(
                "saved_bank",
                "wallet_bank",
                "business_destination",
                "payout",
                "fact_inbox",
                "fact",
                "kept_answer",
                "webhook_record WHERE status = 'delivered'",
                "webhook_record WHERE status = 'pending' AND attempts_count > 0",
                "webhook_attempt WHERE response_status = 500");

        List<String> stillAre() {
            return PLACES.stream().filter(this::isEmpty).toList();
        }

        private boolean isEmpty(String place) {
            return stage.platform
                            .db()
                            .transact(tx -> tx.sql()
                                    .createQuery("SELECT count(*) FROM " + place)
                                    .mapTo(Long.class)
                                    .one())
                    == 0;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "bytea", "json", "text[]"})
    void wouldBeSeenToBeFalse(String type) {
        String hex = HexFormat.of().formatHex(("{\"to\":\"" + NUMBER + "\"}").getBytes(StandardCharsets.UTF_8));
        String value = switch (type) {
            case "bytea" -> "decode('" + hex + "', 'hex')";
            case "json" -> "json_build_object('sealed', encode('x" + NUMBER + "', 'base64'))";
            case "text[]" -> "ARRAY['" + hex + "']";
            default -> "'to " + NUMBER + "'";
        };
        stage.platform.db().run(tx -> tx.sql().execute("CREATE TABLE planted AS SELECT " + value + " AS seed"));

        assertThat(Traces.of(stage.database.database(), NUMBER)).containsExactly("public.planted.seed");
    }

    private HttpResponse<String> post(String path, String body, String key) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/v1" + path))
                .header("x-app-id", credential.appId())
                .header("x-app-secret", credential.appSecret())
                .header("X-Breet-Env", "development");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
