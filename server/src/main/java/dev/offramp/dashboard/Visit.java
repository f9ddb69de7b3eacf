package dev.offramp.dashboard;

import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Database;
import dev.offramp.db.ObjectId;
import dev.offramp.db.SqlState;
import dev.offramp.db.Transaction;
import dev.offramp.people.Browser;
import dev.offramp.people.Person;
import dev.offramp.people.Role;
import dev.offramp.people.Session;
import dev.offramp.people.Token;
import dev.offramp.people.Witness;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Trail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Somebody at a page, after everything was checked: what the page asks and what it changes goes through here.
public final class Visit {

    private final Request request;
    private final Page page;
    private final Caller caller;
    private final Optional<Business> business;
    private final Rooms rooms;

    /// What came in.
    ///
    /// @param path the variable segments, by name
    /// @param token what every form of this browser carries
    record Request(
            String id,
            String target,
            Map<String, String> path,
            Query query,
            Map<String, List<String>> body,
            Cookies cookies,
            Browser browser,
            String token,
            Instant now) {}

    /// What a visit works with.
    record Rooms(Database db, Trail trail) {}

    Visit(Request request, Page page, Caller caller, Optional<Business> business, Rooms rooms) {
        this.request = request;
        this.page = page;
        this.caller = caller;
        this.business = business;
        this.rooms = rooms;
    }

    /// Stands in the log, in `X-Request-Id`, and in what the visit leads to.
    public String requestId() {
        return request.id;
    }

    public Instant now() {
        return request.now;
    }

    public boolean isSignedIn() {
        return caller.presence().isPresent();
    }

    /// Who is signed in.
    public Person person() {
        return caller.person().orElseThrow(() -> new IllegalStateException("the page is open"));
    }

    public Session session() {
        return caller.session().orElseThrow(() -> new IllegalStateException("the page is open"));
    }

    /// The business in the path, in its environment.
    public Business business() {
        return business.orElseThrow(() -> new IllegalStateException("the page is of no business"));
    }

    public Tenant tenant() {
        return business().tenant();
    }

    public Role role() {
        return business().role();
    }

    public boolean may(Permission permission) {
        return business.filter(here -> here.may(permission)).isPresent();
    }

    /// A variable segment of the path.
    public String path(String name) {
        String value = request.path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no " + name);
        }
        return value;
    }

    /// A variable segment that is an id; empty when it is none, which is answered as an id that nothing has:
    /// [Answer#missing].
    public Optional<ObjectId> id(String name) {
        return ObjectId.parse(path(name));
    }

    public Query query() {
        return request.query;
    }

    /// The path and query that were asked for.
    public String target() {
        return request.target;
    }

    /// What was sent, read by the page's fields.
    public Form form() {
        return Form.read(page.fields(), request.body);
    }

    /// Who asks, as far as a request tells: address, browser, device.
    public Browser browser() {
        return request.browser;
    }

    /// What was being sent when a fresh sign-in was asked for, if that is how one came here.
    public Optional<Carried> carried() {
        return Carried.of(request.body);
    }

    /// Where whoever is signed in begins.
    public String home() {
        return caller.home();
    }

    /// A token that came in a cookie.
    public Optional<Token> token(Cookie.Name name) {
        return request.cookies.find(name, Token::new);
    }

    /// What templates need to know of all this.
    public Here here() {
        return new Here(
                business.map(Business::root).orElse(""),
                business,
                business.map(Business::permissions).orElse(Set.of()),
                request.token,
                request.now);
    }

    /// [#here] for forms on the page that answers with a new session, whose token the browser gets with it.
    public Here hereWith(Token session) {
        Here before = here();
        return new Here(
                before.root(), before.business(), before.permissions(), FormToken.of(session.text()), before.now());
    }

    /// Asks several questions of one moment.
    public <T> T view(Function<Transaction, T> questions) {
        return rooms.db.view(questions);
    }

    /// Changes something, in one transaction, which also keeps in the audit log what was done. No network call and no
    /// slow hash may be in it.
    ///
    /// @param work may run more than once, of which only the last counts
    public <T> T commit(Function<Transaction, Outcome<T>> work) {
        Function<Transaction, T> recorded = tx -> {
            tx.actFor(request.id);
            Outcome<T> outcome = work.apply(tx);
            outcome.deed().ifPresent(deed -> record(tx, deed));
            return outcome.result();
        };
        try {
            return rooms.db.transact(recorded);
        } catch (UnableToExecuteStatementException e) {
            if (SqlState.violatedUnique(e).isEmpty()) {
                throw e;
            }
            // A row of somebody else was in the way; by now it can be seen.
            return rooms.db.transact(recorded);
        }
    }

    /// Keeps in the audit log what was done by a room that opened its own transactions. Where the room takes a
    /// transaction, [#commit] is better: between the two the program may die.
    public void record(Deed deed) {
        commit(_ -> Outcome.done(true, deed));
    }

    /// For rooms that tell a witness what they changed, in their own transaction.
    public <T> Witness<T> witness(Function<T, Optional<Deed>> deed) {
        return (tx, outcome) -> {
            tx.actFor(request.id);
            deed.apply(outcome).ifPresent(done -> record(tx, done));
        };
    }

    /// Keeps a deed of somebody who is not signed in yet, in the transaction that signs them in.
    public void record(Transaction tx, Person who, Deed deed) {
        tx.actFor(request.id);
        rooms.trail.record(tx, entries(Optional.of(who)).of(deed));
    }

    /// Keeps what the program did by itself, whoever is signed in.
    public void recordOfProgram(Transaction tx, Deed deed) {
        tx.actFor(request.id);
        rooms.trail.record(tx, entries(Optional.empty()).of(deed));
    }

    private void record(Transaction tx, Deed deed) {
        rooms.trail.record(tx, entries(caller.person()).of(deed));
    }

    private Entries entries(Optional<Person> who) {
        return new Entries(who, request.browser.address(), business.map(Business::tenant));
    }

    @Override
    public String toString() {
        return "Visit[" + page.route() + "]";
    }
}
