package dev.offramp.journeys;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Fact;
import dev.offramp.facts.FactBody;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.traces.Span;
import dev.offramp.traces.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Follows the facts and tells of them.
public final class Journeys implements Step {

    /// Also the reader's name; stored, and therefore never renamed.
    private static final String NAME = "journeys";

    private static final int BATCH = 200;

    private final Facts facts;
    private final Traces traces;

    private Journeys(Facts facts, Traces traces) {
        this.facts = facts;
        this.traces = traces;
    }

    /// The step that tells from now on; to be made where somebody listens.
    public static Journeys begin(Facts facts, Traces traces) {
        facts.joinNow(NAME);
        return new Journeys(facts, traces);
    }

    /// Nobody listens any more. Whoever does later begins anew, without what was in between.
    public static void end(Facts facts) {
        facts.leave(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean runOnce() {
        return facts.follow(NAME, Leg.KINDS, BATCH, this::tell);
    }

    /// Only what is committed is passed for good: else it would be told again.
    private void tell(Transaction tx, List<Fact> batch) {
        List<Span> spans = spans(tx, batch);
        tx.afterCommit(() -> spans.forEach(traces::tell));
    }

    private List<Span> spans(Transaction tx, List<Fact> batch) {
        Map<ObjectId, List<Fact>> lives =
                facts.about(tx, batch.stream().map(Fact::subject).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(Fact::subject));
        List<Span> spans = new ArrayList<>();
        for (Fact fact : batch) {
            FactBody body = facts.body(fact, Leg.kind(fact));
            Leg leg = new Leg(fact, before(fact, lives), body.partOf());
            spans.add(leg.span());
            leg.life().ifPresent(spans::add);
        }
        return spans;
    }

    private static List<Fact> before(Fact fact, Map<ObjectId, List<Fact>> lives) {
        return lives.get(fact.subject()).stream()
                .filter(other -> other.sequence() < fact.sequence())
                .toList();
    }
}
