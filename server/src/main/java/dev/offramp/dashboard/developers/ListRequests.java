package dev.offramp.dashboard.developers;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Query;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.db.ObjectId;
import dev.offramp.lists.Batch;
import dev.offramp.lists.ListQuery;
import dev.offramp.requests.LoggedRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the API was asked by this business, newest first. It reaches back seven days and has no last page.
record ListRequests(Uses uses) implements Page {

    static final String PATH = "/developers/requests";
    static final String TITLE = "Request log";
    private static final int SIZE = 50;
    private static final List<String> FILTERS = List.of("status", "method");

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.DEVELOPERS, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        Query asked = visit.query();
        Optional<ObjectId> after = asked.text("after").flatMap(ObjectId::parse);
        Batch<LoggedRequest> batch =
                visit.view(tx -> uses.requests().list(tx, visit.tenant(), query(asked), after, SIZE));
        List<RequestView> all = batch.items().stream().map(RequestView::of).toList();
        String path = visit.here().path(PATH);
        Optional<String> older =
                batch.next().map(next -> path + asked.with("after", next.id()).written());
        return Answer.page(TITLE, out -> JterequestsGenerated.render(out, null, visit.here(), all, asked, older));
    }

    private ListQuery query(Query asked) {
        List<ListQuery.Filter> filters =
                FILTERS.stream().flatMap(name -> filter(asked, name)).toList();
        Optional<String> search =
                asked.text("search").filter(text -> ObjectId.parse(text).isPresent());
        return new ListQuery(1, SIZE, Optional.empty(), filters, search, Optional.empty(), Optional.empty());
    }

    private Stream<ListQuery.Filter> filter(Query asked, String name) {
        return asked
                .text(name)
                .filter(value -> uses.requests()
                        .table()
                        .filter(name)
                        .filter(field -> field.accepts(value))
                        .isPresent())
                .map(value -> new ListQuery.Filter(name, value))
                .stream();
    }
}
