package dev.offramp.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.Database;
import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.drafts.Draft.State;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Nothing that moves money is lost half-finished, and nothing is done twice.
class DraftsTest {

    private static final TestDatabase TEST = TestDatabase.create();
    private static final Database DB = TEST.database();
    private static final ManualClock CLOCK = new ManualClock();
    private static final ObjectIds IDS = new ObjectIds(CLOCK, new Random(1));
    private static final IntegrationId INTEGRATION = integration();
    private static final Map<String, String> TYPED = Map.of("amount", "100", "bank", "25");

    private final Drafts drafts = Drafts.create(CLOCK, IDS);
    private final DraftOwner owner = new DraftOwner(IDS.next(), new Tenant(INTEGRATION, Environment.DEVELOPMENT));

    @AfterAll
    static void close() {
        TEST.close();
    }

    private static IntegrationId integration() {
        Tenancy tenancy = Tenancy.create(DB, TestServerKey.create(), IDS, CLOCK, new Random(2));
        return ((NewIntegration.Created) tenancy.createIntegration("Business"))
                .integration()
                .id();
    }

    @Test
    void keepsWhatWasTypedUnderOneIdHoweverOftenItIsTyped() {
        Draft first = keep(owner, DraftKind.PAYOUT, TYPED);
        Draft second = keep(owner, DraftKind.PAYOUT, Map.of("amount", "a hundred"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.typed()).isEqualTo(Map.of("amount", "a hundred"));
        assertThat(second.typed("bank")).isEmpty();
        assertThat(open(owner)).isEqualTo(List.of(second));
    }

    /// What is typed goes out before the form, and may come in after it.
    @Test
    void keepsNothingThatWasTypedBeforeTheFormWasSent() {
        assertThat(keepTyped(0, Map.of("amount", "1"))).isTrue();
        assertThat(keepTyped(0, Map.of("amount", "12"))).isTrue();
        Draft sent = keep(owner, DraftKind.PAYOUT, TYPED);

        assertThat(keepTyped(0, Map.of("amount", "1"))).isFalse();
        assertThat(open(owner)).isEqualTo(List.of(sent));
        assertThat(keepTyped(sent.turn(), Map.of("amount", "13"))).isTrue();
        assertThat(open(owner).getFirst().typed()).isEqualTo(Map.of("amount", "13"));
        assertThat(open(owner).getFirst().id()).isEqualTo(sent.id());
    }

    @Test
    void beginsNothingAnewByWhatWasTypedBeforeItWasDone() {
        Draft sent = keep(owner, DraftKind.PAYOUT, TYPED);
        DB.run(tx -> drafts.done(tx, sent, "p1"));

        assertThat(keepTyped(sent.turn(), TYPED)).isFalse();
        assertThat(open(owner)).isEmpty();
    }

    private boolean keepTyped(int turn, Map<String, String> typed) {
        return DB.transact(tx -> drafts.keepTyped(tx, owner, DraftKind.PAYOUT, turn, typed));
    }

    @Test
    void keepsOneOfEachKind() {
        Draft payout = keep(owner, DraftKind.PAYOUT, TYPED);
        Draft conversion = keep(owner, DraftKind.CONVERSION, TYPED);

        assertThat(open(owner)).containsExactlyInAnyOrder(payout, conversion);
        assertThat(open(DraftKind.CONVERSION)).contains(conversion);
        assertThat(open(DraftKind.WITHDRAWAL)).isEmpty();
    }

    @Test
    void showsThemToNobodyElse() {
        Draft draft = keep(owner, DraftKind.PAYOUT, TYPED);
        DraftOwner colleague = new DraftOwner(IDS.next(), owner.tenant());
        DraftOwner inProduction = new DraftOwner(owner.person(), new Tenant(INTEGRATION, Environment.PRODUCTION));

        for (DraftOwner other : List.of(colleague, inProduction)) {
            assertThat(open(other)).isEmpty();
            assertThat(find(other, draft.id())).isEmpty();
            assertThat(locked(other, draft.id())).isEmpty();
            assertThat(discard(other, draft)).isFalse();
        }
        assertThat(find(owner, draft.id())).contains(draft);
    }

    @Test
    void isThrownAwayOnce() {
        Draft draft = keep(owner, DraftKind.PAYOUT, TYPED);

        assertThat(discard(owner, draft)).isTrue();

        assertThat(discard(owner, draft)).isFalse();
        assertThat(find(owner, draft.id())).isEmpty();
    }

    @Test
    void tellsWhoComesAgainWhatItBecame() {
        Draft draft = keep(owner, DraftKind.PAYOUT, TYPED);
        done(draft, "payout 1");

        assertThat(find(owner, draft.id()).orElseThrow().state()).isInstanceOf(State.Done.class);
        assertThat(open(owner)).isEmpty();
        assertThat(discard(owner, draft)).isFalse();
        assertThatThrownBy(() -> done(draft, "payout 2")).isInstanceOf(IllegalStateException.class);
        assertThat(keep(owner, DraftKind.PAYOUT, TYPED).id()).isNotEqualTo(draft.id());
    }

    @Test
    void isDoneOnceByHoweverManyClicks() throws InterruptedException {
        Draft draft = keep(owner, DraftKind.PAYOUT, TYPED);
        AtomicInteger clicks = new AtomicInteger();
        Queue<String> answers = new ConcurrentLinkedQueue<>();

        List<Thread> people = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> answers.add(click(draft, clicks))))
                .toList();
        for (Thread person : people) {
            person.join();
        }

        assertThat(clicks).hasValue(1);
        assertThat(answers).hasSize(8).containsOnly("payout 1");
    }

    private String click(Draft draft, AtomicInteger clicks) {
        return DB.transact(tx -> {
            Draft locked = drafts.lock(tx, owner, draft.id()).orElseThrow();
            if (locked.state() instanceof State.Done(var _, String as)) {
                return as;
            }
            String as = "payout " + clicks.incrementAndGet();
            drafts.done(tx, locked, as);
            return as;
        });
    }

    @Test
    void forgetsWhatWasDoneAfterADay() {
        Draft draft = keep(owner, DraftKind.PAYOUT, TYPED);
        done(draft, "payout 1");

        CLOCK.advance(Duration.ofDays(1));
        keep(owner, DraftKind.PAYOUT, TYPED);
        assertThat(find(owner, draft.id())).isPresent();

        CLOCK.advance(Duration.ofMillis(1));
        keep(owner, DraftKind.PAYOUT, TYPED);
        assertThat(find(owner, draft.id())).isEmpty();
    }

    @Test
    void takesAFormThatMayNotComeTwiceOnceAndForgetsItAfterADay() {
        ObjectId key = IDS.next();
        DraftOwner colleague = new DraftOwner(IDS.next(), owner.tenant());

        assertThat(spend(owner, key)).isTrue();
        assertThat(spend(owner, key)).isFalse();
        assertThat(spend(colleague, key)).isTrue();
        CLOCK.advance(Duration.ofDays(1).plusMillis(1));
        assertThat(spend(owner, key)).isTrue();
    }

    private boolean spend(DraftOwner whose, ObjectId key) {
        return DB.transact(tx -> drafts.spend(tx, whose, key));
    }

    @Test
    void neverKeepsAPinAndCutsWhatNobodyTyped() {
        assertThatThrownBy(() -> keep(owner, DraftKind.PAYOUT, Map.of("pin", "4711")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4711");

        Draft draft = keep(owner, DraftKind.PAYOUT, Map.of("narration", "\u20a6\0".repeat(2_000)));

        assertThat(draft.typed("narration")).isEqualTo("\u20a6".repeat(1_000));
        assertThat(draft.toString()).doesNotContain("\u20a6");
    }

    private Draft keep(DraftOwner whose, DraftKind kind, Map<String, String> typed) {
        return DB.transact(tx -> drafts.keep(tx, whose, kind, typed));
    }

    private List<Draft> open(DraftOwner whose) {
        return DB.transact(tx -> drafts.open(tx, whose));
    }

    private Optional<Draft> open(DraftKind kind) {
        return DB.transact(tx -> drafts.open(tx, owner, kind));
    }

    private Optional<Draft> locked(DraftOwner whose, DraftId id) {
        return DB.transact(tx -> drafts.lock(tx, whose, id));
    }

    private Optional<Draft> find(DraftOwner whose, DraftId id) {
        return DB.transact(tx -> drafts.find(tx, whose, id));
    }

    private boolean discard(DraftOwner whose, Draft draft) {
        return DB.transact(tx -> drafts.discard(tx, whose, draft.id()));
    }

    private void done(Draft draft, String as) {
        DB.run(tx -> drafts.done(tx, draft, as));
    }
}
