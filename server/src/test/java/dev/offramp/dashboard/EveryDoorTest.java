package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.AccessTable.Row;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.people.Email;
import dev.offramp.people.FirstOwner;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Integration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every page and every action × everybody who may come there, against the table of the documents. Both are read, the
/// pages off their list and the rights off the table, so that a page of tomorrow is in here already.
class EveryDoorTest {

    private static final Duration STALE = Duration.ofMinutes(11);
    private static final String NOWHERE = "/nowhere/at/all";
    private static final String MADE_UP = "0123456789abcdef01234567";

    private static final WatchedPages PAGES = new WatchedPages();
    private static final TestDashboard DASHBOARD = new TestDashboard(PAGES::all);
    private static final List<Row> TABLE = AccessTable.rows();
    private static final AtomicInteger NEIGHBOURS = new AtomicInteger();

    private static Map<String, TestBrowser> visitors;

    /// What became of somebody at a door.
    private enum Fate {
        LET_IN,
        SIGN_IN_FIRST,
        CONFIRM_FIRST,
        PASSWORD_FIRST,
        /// As if there were no such page.
        NOT_THERE,
        NOT_ALLOWED,
        PRODUCTION_CLOSED,
        SIGN_IN_UNSAFE,
        SOMETHING_ELSE
    }

    /// @param place the page, where its variables stand for something
    private record Door(Row row, Environment environment, String place) {

        boolean isReal() {
            return row.isOfBusiness() && environment == Environment.PRODUCTION;
        }
    }

    @FunctionalInterface
    private interface Rule {
        Fate of(Door door);
    }

    @BeforeAll
    static void comeIn() {
        visitors = visitors(DASHBOARD.business);
        visitors.values().stream().skip(1).forEach(TestBrowser::enrolApp);
    }

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    /// A browser for each column, none of which has a second factor.
    private static Map<String, TestBrowser> visitors(Integration business) {
        Map<String, TestBrowser> all = new LinkedHashMap<>();
        all.put(AccessTable.ANYBODY, DASHBOARD.stranger());
        Integration other = DASHBOARD.integration("Neighbour " + NEIGHBOURS.incrementAndGet());
        all.put(AccessTable.SIGNED_IN, DASHBOARD.member(other, Role.OWNER));
        all.put(AccessTable.OPERATOR, DASHBOARD.operator());
        for (Role role : Role.values()) {
            all.put(role.code(), DASHBOARD.member(business, role));
        }
        return all;
    }

    @Test
    void isInTheTable() {
        assertThat(TABLE)
                .extracting(Row::route)
                .containsExactlyElementsOf(
                        DASHBOARD.pages.stream().map(Page::route).toList());
        assertThat(TABLE.getFirst().cells()).containsKeys(visitors.keySet().toArray(String[]::new));
    }

    @Test
    void letsInWhomTheTableNamesAndNobodyElse() {
        visitors.forEach((column, browser) -> walk(column, browser, door -> usual(column, door)));
    }

    @Test
    void asksThoseItWouldLetInToConfirmAStaleSignInWhereTheTableSaysFresh() {
        DASHBOARD.clock.advance(STALE);
        try {
            visitors.forEach((column, browser) -> walk(column, browser, door -> {
                Fate usual = usual(column, door);
                return usual == Fate.LET_IN && door.row.isFresh() ? Fate.CONFIRM_FIRST : usual;
            }));
        } finally {
            // Back to when they all were fresh, for the tests after this one.
            DASHBOARD.clock.advance(STALE.negated());
        }
    }

    @Test
    void wantsASecondFactorWhereMoneyIsReal() {
        visitors(DASHBOARD.business)
                .forEach((column, browser) -> walk(column, browser, door -> {
                    Fate usual = usual(column, door);
                    if (usual != Fate.LET_IN) {
                        return usual;
                    }
                    return door.isReal()
                            ? Fate.PRODUCTION_CLOSED
                            : door.row.isOfOperators() ? Fate.SIGN_IN_UNSAFE : usual;
                }));
    }

    @Test
    void keepsProductionShutUntilAnOperatorApprovesTheBusiness() {
        DASHBOARD.platform.tenancy().suspendProduction(DASHBOARD.business.id());
        try {
            visitors.forEach((column, browser) -> walk(column, browser, door -> {
                Fate usual = usual(column, door);
                return usual == Fate.LET_IN && door.isReal() ? Fate.PRODUCTION_CLOSED : usual;
            }));
        } finally {
            DASHBOARD.platform.tenancy().approveProduction(DASHBOARD.business.id());
        }
    }

    @Test
    void shutsOutWhoHasYetToChangeTheMadePassword() {
        AtomicReference<FirstOwner.Made> made = new AtomicReference<>();
        DASHBOARD.platform.people().ensureFirstOwner(DASHBOARD.business.id(), made::set);
        Email email = made.get().person().email();
        TestBrowser first = DASHBOARD.stranger();
        assertThat(first.post(
                                "/sign-in",
                                "email",
                                email.text(),
                                "password",
                                made.get().password().text())
                        .status())
                .isEqualTo(303);

        walk(
                "first owner",
                first,
                door -> door.row.lets(AccessTable.MADE_PASSWORD, door.environment) ? Fate.LET_IN : Fate.PASSWORD_FIRST);
    }

    @Test
    void takesNoActionThatIsOnlyAskedFor() {
        List<Row> actions = TABLE.stream()
                .filter(row -> row.route().verb() == Route.Verb.POST)
                .toList();

        for (Door door : doors(actions)) {
            TestBrowser browser = visitors.get(door.row.isOfOperators() ? AccessTable.OPERATOR : Role.OWNER.code());
            for (String verb : List.of("GET", "HEAD", "PUT", "DELETE", "post")) {
                List<Route> reached = PAGES.during(() -> browser.send(verb, door.place, "", Map.of()));
                assertThat(reached).as("%s %s", verb, door.place).allMatch(route -> route.verb() == Route.Verb.GET);
            }
        }
    }

    /// Of somebody whose sign-in is safe and fresh.
    private static Fate usual(String column, Door door) {
        if (door.row.lets(column, door.environment)) {
            return Fate.LET_IN;
        }
        if (column.equals(AccessTable.ANYBODY)) {
            return Fate.SIGN_IN_FIRST;
        }
        boolean isMember =
                Arrays.stream(Role.values()).anyMatch(role -> role.code().equals(column));
        return isMember && door.row.isOfBusiness() ? Fate.NOT_ALLOWED : Fate.NOT_THERE;
    }

    private static void walk(String who, TestBrowser browser, Rule rule) {
        List<String> wrong = new ArrayList<>();
        List<Door> doors = doors(TABLE);
        Reply nothing = browser.get(NOWHERE);
        for (Door door : doors) {
            Fate fate = knock(browser, door, nothing);
            if (fate != rule.of(door)) {
                wrong.add("%s %s: %s, not %s".formatted(door.row.route().verb(), door.place, fate, rule.of(door)));
            }
        }
        assertThat(doors).hasSizeGreaterThan(TABLE.size());
        assertThat(wrong).as(who).isEmpty();
    }

    /// Each page once, those of a business once in each environment.
    private static List<Door> doors(List<Row> rows) {
        return rows.stream().flatMap(EveryDoorTest::doors).toList();
    }

    private static Stream<Door> doors(Row row) {
        Stream<Environment> environments =
                row.isOfBusiness() ? Arrays.stream(Environment.values()) : Stream.of(Environment.DEVELOPMENT);
        return environments.map(environment -> new Door(row, environment, place(row, environment)));
    }

    private static String place(Row row, Environment environment) {
        return row.route()
                .path()
                .replace("{business}", DASHBOARD.business.merchantReference())
                .replace("{environment}", environment.code())
                .replace("{reference}", DASHBOARD.business.merchantReference())
                .replace("{network}", "solana")
                .replace("{base}", "USD")
                .replace("{quote}", "NGN")
                .replaceAll("\\{\\w+}", MADE_UP);
    }

    /// @param nothing what this browser is shown where there is nothing
    private static Fate knock(TestBrowser browser, Door door, Reply nothing) {
        AtomicReference<Reply> replied = new AtomicReference<>();
        boolean isAsked = door.row.route().verb() == Route.Verb.GET;
        List<Route> reached =
                PAGES.during(() -> replied.set(isAsked ? browser.get(door.place) : browser.post(door.place)));
        Reply reply = replied.get();
        if (reached.equals(List.of(door.row.route()))) {
            return reply.status() < 500 && reply.status() != 401 && reply.status() != 403
                    ? Fate.LET_IN
                    : Fate.SOMETHING_ELSE;
        }
        if (carries(reply, door, reached, "/confirm")) {
            return Fate.CONFIRM_FIRST;
        }
        if (carries(reply, door, reached, "/sign-in")) {
            return Fate.SIGN_IN_FIRST;
        }
        return reached.isEmpty() ? refusal(door, reply, nothing) : Fate.SOMETHING_ELSE;
    }

    /// Whether what was sent is carried along by a page.
    private static boolean carries(Reply reply, Door door, List<Route> reached, String path) {
        return reached.equals(List.of(Route.get(path)))
                && reply.body().contains("name=\"carried-action\" value=\"" + door.place + "\"");
    }

    /// By what people see of it.
    private static Fate refusal(Door door, Reply reply, Reply nothing) {
        return switch (reply.status()) {
            case 303 -> redirect(reply.location().replaceAll("\\?.*", ""));
            case 403 -> forbidden(reply.body());
            case 404 -> isAsIfNothingWereThere(door, reply, nothing) ? Fate.NOT_THERE : Fate.SOMETHING_ELSE;
            default -> Fate.SOMETHING_ELSE;
        };
    }

    private static Fate redirect(String path) {
        return switch (path) {
            case "/sign-in" -> Fate.SIGN_IN_FIRST;
            case "/confirm" -> Fate.CONFIRM_FIRST;
            case "/me/password" -> Fate.PASSWORD_FIRST;
            default -> Fate.SOMETHING_ELSE;
        };
    }

    private static Fate forbidden(String body) {
        if (body.contains("Production is closed")) {
            return Fate.PRODUCTION_CLOSED;
        }
        if (body.contains("you may not do this")) {
            return Fate.NOT_ALLOWED;
        }
        return body.contains("Add an authenticator app or a passkey") ? Fate.SIGN_IN_UNSAFE : Fate.SOMETHING_ELSE;
    }

    private static boolean isAsIfNothingWereThere(Door door, Reply reply, Reply nothing) {
        return reply.body().replace(door.place, NOWHERE).equals(nothing.body())
                && reply.headers().equals(nothing.headers());
    }
}
