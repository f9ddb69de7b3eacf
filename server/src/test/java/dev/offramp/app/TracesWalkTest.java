package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.ObjectId;
import dev.offramp.deposits.DepositId;
import dev.offramp.traces.Span;
import dev.offramp.traces.SpanId;
import dev.offramp.traces.ToldSpans;
import dev.offramp.traces.TraceId;
import dev.offramp.traces.TraceParent;
import dev.offramp.traces.Traces;
import dev.offramp.wallets.Wallet;
import dev.offramp.webhooks.ScriptedClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A deposit from its first sight to the webhooks of its payout, as one trace.
class TracesWalkTest {

    private final ToldSpans told = new ToldSpans();
    private final Stage stage = new Stage(rail -> rail, told);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void hasOneTraceFromADepositToTheWebhooksOfItsPayout() {
        Wallet wallet = stage.settlingWallet("ada", "0123456789");
        stage.blocks(2);
        told.forget();
        stage.receiver.forget();
        DepositId deposit = stage.mock(wallet, "59");
        stage.blocks(12);
        ObjectId payout = new ObjectId(stage.withdrawal(deposit));

        assertThat(told.all()).isNotEmpty().allMatch(span -> span.trace().equals(TraceId.of(deposit.value())));
        assertThat(names())
                .contains(
                        "deposit",
                        "deposit pending",
                        "deposit completed",
                        "payout",
                        "payout placed",
                        "payout processing",
                        "payout completed",
                        "webhook");
        assertThat(told.only("deposit").id()).isEqualTo(SpanId.of(deposit.value()));
        assertThat(told.only("deposit").parent()).isEmpty();
        assertThat(told.only("payout").parent()).contains(SpanId.of(deposit.value()));
        assertThat(told.only("payout completed").parent()).contains(SpanId.of(payout));
        assertThat(told.named("webhook")).hasSameSizeAs(stage.receiver.calls());
        assertTree();
    }

    /// Every part hangs on a span that was told, and none ends before it begins.
    private void assertTree() {
        Set<SpanId> ids = told.all().stream().map(Span::id).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(told.all());
        assertThat(told.all())
                .allMatch(span -> span.parent().map(ids::contains).orElse(true))
                .allMatch(span -> !span.to().isBefore(span.from()));
    }

    private List<String> names() {
        return told.all().stream().map(Span::name).distinct().toList();
    }

    @Test
    void tellsReceiversWhereTheyStandInIt() {
        Wallet wallet = stage.settlingWallet("ada", "0123456789");
        DepositId deposit = stage.mock(wallet, "59");
        stage.blocks(12);

        List<TraceParent> parents = stage.receiver.calls().stream()
                .map(call -> TraceParent.parse(ScriptedClient.header(call, TraceParent.HEADER))
                        .orElseThrow())
                .toList();
        assertThat(parents.stream().map(TraceParent::trace).distinct())
                .containsExactly(TraceId.of(wallet.id().value()), TraceId.of(deposit.value()));
        assertThat(parents.stream().map(TraceParent::span))
                .containsExactlyInAnyOrderElementsOf(
                        told.named("webhook").stream().map(Span::id).toList());
    }

    @Test
    void saysWhatAReceiverAnswered() {
        stage.receiver.always(503);
        Wallet wallet = stage.wallet("ada");
        stage.blocks(1);

        Span failed = told.named("webhook").getFirst();
        assertThat(failed.status()).hasValue(503);
        assertThat(failed.failed()).contains("answered 503");
        assertThat(failed.attributes())
                .containsEntry("offramp.event", "trade.address.created")
                .containsEntry("server.address", "127.0.0.1");
        assertThat(failed.trace()).isEqualTo(TraceId.of(wallet.id().value()));
    }

    /// Nor a name, an address or an amount.
    @Test
    void tellsNoAccountNumber() {
        Wallet wallet = stage.settlingWallet("label-of-ada", "9081726354");
        stage.mock(wallet, "59");
        stage.blocks(12);

        assertThat(told.all().toString())
                .doesNotContain("9081726354")
                .doesNotContain("ADA OBI")
                .doesNotContain("label-of-ada")
                .doesNotContain(wallet.address().value())
                .doesNotContain("/hook")
                .doesNotContain("94221");
    }

    @Test
    void beginsWithWhatHappensOnceSomebodyListens() {
        stage.wallet("before");
        stage.blocks(1);
        told.forget();
        Background.ofTraces(stage.platform, Traces.NONE);
        stage.wallet("between");
        stage.platform.facts().sequence(10);
        Loop again = Background.ofTraces(stage.platform, told).getFirst();
        Wallet after = stage.wallet("after");
        stage.platform.facts().sequence(10);
        again.step().runOnce();

        assertThat(told.only("address created").trace())
                .isEqualTo(TraceId.of(after.id().value()));
    }
}
