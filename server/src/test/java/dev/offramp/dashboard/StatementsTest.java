package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.db.CountedStatements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// No page asks the database once per row: with several times as many things it runs the same statements.
class StatementsTest {

    private static final TestDashboard DASHBOARD = new TestDashboard();
    /// So many more hours like the first.
    private static final int HOURS = 3;

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    @Test
    void areAsManyHoweverMuchThereIs() {
        TestBrowser owner = FirstHour.of(DASHBOARD);
        TestBrowser operator = Operators.signedIn(DASHBOARD);
        Map<String, String> ofOwner = addresses(owner, "/", Route.BUSINESS, "/me");
        Map<String, String> ofOperator = addresses(operator, Route.OPERATOR, Route.OPERATOR);
        Map<String, List<String>> few = statements(owner, ofOwner, operator, ofOperator);

        for (int hour = 1; hour <= HOURS; hour++) {
            FirstHour.another(DASHBOARD, owner, hour);
        }

        Map<String, List<String>> many = statements(owner, ofOwner, operator, ofOperator);
        assertThat(few).hasSizeGreaterThan(40);
        assertThat(grown(few, many)).isEmpty();
    }

    /// Where each page and fragment is.
    private static Map<String, String> addresses(TestBrowser browser, String from, String... prefixes) {
        Links links = Links.walk(browser, DASHBOARD.pages, List.of(from));
        Set<String> begin = Set.of(prefixes);
        return DASHBOARD.pages.stream()
                .filter(page -> page.route().verb() == Route.Verb.GET && page.shows() != Page.Shows.FILE)
                .filter(page -> begin.stream().anyMatch(page.route().path()::startsWith))
                .filter(page -> links.address(page.route()).isPresent())
                .collect(Collectors.toMap(
                        page -> page.route().path(),
                        page -> links.address(page.route()).orElseThrow()));
    }

    private static Map<String, List<String>> statements(
            TestBrowser owner, Map<String, String> ofOwner, TestBrowser operator, Map<String, String> ofOperator) {
        Map<String, List<String>> all = new HashMap<>();
        ofOwner.forEach((page, address) -> all.put(page, statements(owner, address)));
        ofOperator.forEach((page, address) -> all.put(page, statements(operator, address)));
        return all;
    }

    /// The second time: what is asked once and kept was asked before.
    private static List<String> statements(TestBrowser browser, String address) {
        browser.get(address);
        return CountedStatements.during(
                () -> assertThat(browser.get(address).status()).as(address).isIn(200, 303));
    }

    /// The statements that a page runs more often than before, by page.
    private static Map<String, List<String>> grown(Map<String, List<String>> few, Map<String, List<String>> many) {
        Map<String, List<String>> grown = new HashMap<>();
        many.forEach((page, statements) -> {
            if (statements.size() > few.get(page).size()) {
                grown.put(page, more(few.get(page), statements));
            }
        });
        return grown;
    }

    private static List<String> more(List<String> few, List<String> many) {
        List<String> more = new ArrayList<>(many);
        few.forEach(more::remove);
        return more;
    }
}
