package dev.offramp.acceptance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Inbox;
import dev.offramp.acceptance.program.Inbox.Delivery;
import dev.offramp.acceptance.program.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Webhook receivers as they are in the field: one calls back while it is called, one decodes strictly, and some refuse
/// one or the other form of the probe.
class ReceiversTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String USDC = "SOL_USDC_JKVK";
    private static final String SECRET = "x-webhook-secret";
    private static final int YES = 200;
    private static final int NO = 400;

    @TempDir
    private static Path data;

    private static Inbox inbox;
    private static Program program;
    private static Breet breet;

    @BeforeAll
    static void start() {
        inbox = new Inbox();
        program = Program.on(data)
                .with("OFFRAMP_SANDBOX_WEBHOOK_URL", inbox.url())
                .start();
        breet = program.sandbox();
    }

    @AfterAll
    static void stop() {
        program.close();
        inbox.close();
    }

    /// What a receiver found when it asked for what it was being told of.
    private record Fetched(String event, String said, int status, String found, int records) {}

    @Test
    void findWhatTheyAreToldOfWhileTheyAreTold() {
        List<Fetched> fetched = new CopyOnWriteArrayList<>();
        inbox.answer(delivery -> {
            fetched.add(fetch(delivery));
            return YES;
        });

        String trade = deposit("fetched", "100", "0123456783");
        await(trade, "trade.completed");
        awaitWithdrawal(trade, "completed");
        inbox.answer(YES);

        assertThat(fetched).extracting(Fetched::event).contains("trade.address.created", "withdrawal.pending");
        assertThat(fetched).allSatisfy(each -> {
            assertThat(each.status).as(each.toString()).isEqualTo(200);
            assertThat(each.records).as(each.toString()).isEqualTo(1);
            assertThat(isAsFar(each.said, each.found)).as(each.toString()).isTrue();
        });
    }

    private static Fetched fetch(Delivery delivery) {
        String path = delivery.event().startsWith("withdrawal.")
                ? "/payments/withdrawal/"
                : delivery.event().equals("trade.address.created") ? "/trades/wallets/" : "/trades/transactions/";
        Breet.Reply found = breet.get(path + delivery.id());
        String eventId = delivery.body().get("eventId").asString();
        int records = 0;
        for (JsonNode record : breet.get("/transactions/webhooks?size=200").data()) {
            records += record.get("payload").get("eventId").asString().equals(eventId) ? 1 : 0;
        }
        return new Fetched(
                delivery.event(),
                delivery.body().path("status").asString(""),
                found.status(),
                found.data().path("status").asString(""),
                records);
    }

    /// The record may have gone on since the event; it is never behind it.
    private static boolean isAsFar(String said, String found) {
        List<String> order = List.of("", "pending", "processing", "flagged", "completed");
        return order.indexOf(found) >= order.indexOf(said);
    }

    /// Optional keys are left out, never null: else this receiver would refuse, and no record would become delivered.
    @Test
    void canDecodeStrictly() {
        Map<String, String> faults = new ConcurrentHashMap<>();
        inbox.answer(delivery -> {
            StrictDecoder.fault(delivery).ifPresent(fault -> faults.put(delivery.text(), fault));
            return StrictDecoder.fault(delivery).isPresent() ? NO : YES;
        });

        String flagged = deposit("strict flagged", "25", "0123456784");
        String completed = deposit("strict completed", "100", "0123456784");
        String rejected = deposit("strict rejected", "100", "0000000001");
        String reversed = deposit("strict reversed", "100", "0000000002");
        await(flagged, "trade.flagged");
        awaitWithdrawal(completed, "completed");
        awaitWithdrawal(rejected, "rejected");
        awaitWithdrawal(reversed, "reversed");
        inbox.answer(YES);

        assertThat(faults).isEmpty();
        assertThat(inbox.all().stream().map(Delivery::event).collect(Collectors.toSet()))
                .contains(
                        "trade.address.created",
                        "trade.pending",
                        "trade.completed",
                        "trade.flagged",
                        "withdrawal.pending",
                        "withdrawal.completed",
                        "withdrawal.rejected",
                        "withdrawal.reversed");
    }

    /// The body is rendered once, from the state at the event and not at the attempt.
    @Test
    void getTheSameBytesAgainHoweverFarTheTradeHasComeByThen() {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        inbox.answer(delivery -> delivery.event().equals("trade.pending") && refused.add(delivery.id()) ? NO : YES);

        String trade = deposit("told again", "100", "0123456785");
        await(trade, "trade.completed");
        List<Delivery> pending = awaitTwice(trade, "trade.pending");
        inbox.answer(YES);

        assertThat(pending)
                .extracting(Delivery::text)
                .containsOnly(pending.getFirst().text());
        assertThat(pending.getFirst().body().get("status").asString()).isEqualTo("pending");
        assertThat(breet.get("/trades/transactions/" + trade)
                        .data()
                        .get("status")
                        .asString())
                .isEqualTo("completed");
    }

    /// `sequence` counts an object's events whether or not this endpoint gets them.
    @Test
    void seeByTheSequenceWhatTheyDidNotSubscribeTo() {
        try (Inbox receiver = new Inbox()) {
            program.command("webhooks", "add", "--url", receiver.url(), "--events", "trade.completed");

            String trade = deposit("counted", "100", "0123456786");
            Delivery completed = receiver.await(SOON, delivery -> delivery.id().equals(trade));
            await(trade, "trade.completed");

            assertThat(receiver.about(trade)).extracting(Delivery::event).containsOnly("trade.completed");
            assertThat(completed.body().get("sequence").asInt())
                    .isEqualTo(inbox.about(trade).size());
            assertThat(inbox.about(trade))
                    .extracting(delivery -> delivery.body().get("sequence").asInt())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, inbox.about(trade).size())
                                    .boxed()
                                    .toList());
        }
    }

    @Test
    void areSavedThoughTheyRefuseWhatComesWithoutTheSecret() {
        String secret = program.credentials().get("webhookSecret").asString();
        try (Inbox receiver = new Inbox()) {
            receiver.answer(delivery -> secret.equals(delivery.headers().get(SECRET)) ? YES : NO);

            add(receiver);

            assertThat(receiver.all()).hasSize(1);
            assertThat(receiver.all().getFirst().event()).isEqualTo("webhook.verification");
            assertThat(receiver.all().getFirst().body().propertyNames()).containsExactlyInAnyOrder("event", "eventId");
        }
    }

    @Test
    void areSavedThoughTheyRefuseWhatComesWithTheSecret() {
        try (Inbox receiver = new Inbox()) {
            receiver.answer(delivery -> delivery.headers().containsKey(SECRET) ? NO : YES);

            add(receiver);

            assertThat(receiver.all()).hasSize(2);
            assertThat(receiver.all().getLast().text()).isEqualTo("{}");
        }
    }

    /// They look up what an `id` names, and there is nothing yet.
    @Test
    void areSavedThoughTheyRefuseWhatHasAnId() {
        try (Inbox receiver = new Inbox()) {
            receiver.answer(delivery -> delivery.body().has("id") ? NO : YES);

            add(receiver);

            assertThat(receiver.all()).hasSize(1);
        }
    }

    @Test
    void areNotSavedWhenTheyRefuseBothForms() {
        try (Inbox receiver = new Inbox()) {
            receiver.answer(NO);

            assertThatThrownBy(() -> add(receiver))
                    .hasMessageContaining("Webhook URL must acknowledge the verification request with a 200 response");
            assertThat(receiver.all()).hasSize(2);
        }
    }

    private static void add(Inbox receiver) {
        program.command("webhooks", "add", "--url", receiver.url(), "--events", "trade.deleted");
    }

    private static String deposit(String label, String dollars, String account) {
        JsonNode wallet = breet.generate(
                USDC,
                label,
                ",\"bankId\":\"25\",\"accountNumber\":\"" + account + "\",\"narration\":null,\"autoSettlement\":true");
        return breet.mock(wallet.get("address").asString(), USDC, dollars, dollars, label);
    }

    private static void await(String id, String event) {
        inbox.await(
                SOON, delivery -> delivery.id().equals(id) && delivery.event().equals(event));
    }

    private static List<Delivery> awaitTwice(String id, String event) {
        List<Delivery> found = new ArrayList<>();
        inbox.await(SOON, delivery -> {
            found.clear();
            inbox.about(id).stream().filter(each -> each.event().equals(event)).forEach(found::add);
            return found.stream().map(Delivery::text).distinct().count() < found.size();
        });
        String again = found.getLast().text();
        return found.stream().filter(each -> each.text().equals(again)).toList();
    }

    private static void awaitWithdrawal(String trade, String status) {
        inbox.await(
                SOON,
                delivery -> delivery.body().path("trade").asString("").equals(trade)
                        && delivery.event().equals("withdrawal." + status));
    }
}
