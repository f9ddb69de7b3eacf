package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.deposits.DepositId;
import dev.offramp.wallets.Wallet;
import dev.offramp.webhooks.Endpoint;
import dev.offramp.webhooks.EventType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a receiver gets: by these keys it books payments, so no key may come that is not listed (decision 31).
class EventsTest {

    private static final Set<String> ALWAYS = Set.of("id", "event", "eventId", "eventTime", "sequence");

    private static final Set<String> OF_TRADES = Set.of(
            "status",
            "asset",
            "feePercentage",
            "feeAmountInUsd",
            "rate",
            "conversionRate",
            "cryptoAmount",
            "amountInUSD",
            "flagFeeUSD",
            "vaultId",
            "senderAddress",
            "destinationAddress",
            "destinationDescription",
            "txHash",
            "confirmations",
            "note",
            "createdAt",
            "updatedAt",
            "index",
            "blockInfo",
            "walletCredited",
            "isWrongAssetDeposit",
            "amountSettled",
            "settlementRate",
            "markupPercent",
            "markupAmount");

    private static final Set<String> OF_WITHDRAWALS = Set.of(
            "status",
            "trade",
            "amount",
            "originalAmount",
            "payoutAmount",
            "currency",
            "reference",
            "reason",
            "meta",
            "txHash",
            "createdAt",
            "updatedAt");

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void haveNoKeyButTheListedAndNoNull() {
        Wallet wallet = stage.settlingWallet("ada", "0123450001");
        stage.mock(wallet, "20");
        stage.blocks(5);
        stage.mock(wallet, "59");
        stage.blocks(8);

        List<JsonNode> events = events();
        assertThat(events)
                .extracting(EventsTest::name)
                .contains(
                        "trade.address.created",
                        "trade.pending",
                        "trade.flagged",
                        "trade.completed",
                        "withdrawal.pending",
                        "withdrawal.rejected");
        assertThat(events).allSatisfy(event -> {
            assertThat(ALWAYS).isSubsetOf(event.propertyNames());
            assertThat(event.propertyNames())
                    .filteredOn(key -> !ALWAYS.contains(key))
                    .isSubsetOf(listed(event));
            assertThat(event.propertyNames()).noneMatch(key -> event.get(key).isNull());
        });
    }

    @Test
    void countEachObjectFromOneAndStateTimesInMilliseconds() {
        DepositId deposit = stage.mock(stage.wallet("ada"), "59");
        stage.blocks(8);

        List<JsonNode> events = stage.events(deposit.toString());
        assertThat(events)
                .extracting(event -> event.get("sequence").asInt())
                .startsWith(1, 2)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events).allSatisfy(event -> {
            assertThat(event.get("createdAt").isIntegralNumber()).isTrue();
            assertThat(event.get("updatedAt").isIntegralNumber()).isTrue();
            assertThat(event.get("eventTime").asString()).endsWith("Z");
        });
    }

    /// The number of an event does not depend on who listens (decision 36).
    @Test
    void keepTheirNumberForThoseWhoChoseSome() {
        stage.platform
                .webhooks()
                .addEndpoint(
                        stage.tenant,
                        "http://127.0.0.1:9/chosen",
                        new Endpoint.Events.Chosen(Set.of(new EventType("trade.completed"))));
        stage.receiver.forget();

        DepositId deposit = stage.mock(stage.wallet("ada"), "59");
        stage.blocks(8);

        int told = stage.events(deposit.toString()).getLast().get("sequence").asInt();
        assertThat(told).isGreaterThan(1);
        assertThat(stage.receiver.calls())
                .filteredOn(call -> call.url().getPath().equals("/chosen"))
                .singleElement()
                .satisfies(call -> assertThat(JsonMapper.shared()
                                .readTree(call.body())
                                .get("sequence")
                                .asInt())
                        .isEqualTo(told));
    }

    private List<JsonNode> events() {
        return stage.receiver.bodies().stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static String name(JsonNode event) {
        return event.get("event").asString();
    }

    private static Set<String> listed(JsonNode event) {
        return switch (name(event).split("\\.")[0]) {
            case "withdrawal" -> OF_WITHDRAWALS;
            default ->
                name(event).equals("trade.address.created")
                        ? Set.of("address", "asset", "label", "vaultId")
                        : OF_TRADES;
        };
    }
}
