package dev.offramp.figures;

import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.jobs.Step;
import dev.offramp.tenancy.Tenant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Tells a tenant's figures; each question reads a few rows, however many deposits there are.
public final class Figures {

    private final Facts facts;
    private final Step step;
    private final FigureStore store = new FigureStore();

    private Figures(Facts facts) {
        this.facts = facts;
        this.step = new FiguresStep(facts, store);
    }

    public static Figures create(Facts facts) {
        return new Figures(facts);
    }

    /// The loop of this room, a reader of facts.
    public Step step() {
        return step;
    }

    /// What happened from one day on, up to another, which is left out; oldest first.
    public List<Figure> days(Transaction tx, Tenant tenant, LocalDate from, LocalDate until) {
        return store.days(tx, tenant, from, until);
    }

    /// How many of the tenant's objects stand where; zero where none does.
    public Map<Standing, Long> standings(Transaction tx, Tenant tenant) {
        return store.standings(tx, tenant);
    }

    /// Forgets everybody's figures and has them counted again from the first fact on; until that is done they grow.
    public void countAnew(Transaction tx) {
        facts.rewind(tx, FiguresStep.NAME);
        store.forget(tx);
    }
}
