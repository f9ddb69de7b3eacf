package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.form.Field;
import dev.offramp.people.Role;
import dev.offramp.tenancy.Integration;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The owner of another business, who knows every id there is, and with them asks every page and sends every form: he
/// learns nothing and changes nothing.
///
/// Pages are found on the list of pages, ids on the pages themselves, where the owner they belong to sees them.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OtherBusinessTest {

    private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{24}\\b");
    private static final List<String> WHERE = List.of("business", "environment", "token");
    private static final String MADE_UP = "0123456789abcdef01234567";

    private static final TestDashboard DASHBOARD = new TestDashboard();
    private static final Integration OTHER = DASHBOARD.integration("Other");
    private static final String ROOT = DASHBOARD.root();
    private static final String OTHER_ROOT = DASHBOARD.root(OTHER);

    private static TestBrowser owner;
    private static TestBrowser other;
    private static Links links;
    private static Set<String> ids;

    @BeforeAll
    static void begin() {
        owner = FirstHour.of(DASHBOARD);
        other = DASHBOARD.member(OTHER, Role.OWNER);
        other.enrolApp();
        links = Links.walk(owner, DASHBOARD.pages, List.of(ROOT, "/me", "/me/security"));
        ids = new TreeSet<>();
        things().flatMap(page -> ID.matcher(address(page)).results()).forEach(match -> ids.add(match.group()));
    }

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    /// Pages and actions about one thing that has an id.
    private static Stream<Page> things() {
        return Stream.concat(things(Access.Member.class), things(Access.SignedIn.class));
    }

    private static Stream<Page> things(Class<? extends Access> access) {
        return DASHBOARD.pages.stream()
                .filter(page -> access.isInstance(page.access()))
                .filter(page -> !WHERE.containsAll(page.route().variables()));
    }

    private static Stream<Page> ofBusinesses() {
        return DASHBOARD.pages.stream().filter(page -> page.access() instanceof Access.Member);
    }

    private static boolean isAbout(Page page, String... names) {
        return page.route().variables().stream().anyMatch(List.of(names)::contains);
    }

    /// One that is real, of the business.
    private static String address(Page page) {
        String path = page.route().path().replace(Route.BUSINESS, ROOT);
        return links.address(page.route())
                .or(() -> Optional.of(path).filter(plain -> !plain.contains("{")))
                .orElseThrow(() -> new AssertionError("the first hour makes nothing for " + page.route()));
    }

    @Test
    @Order(1)
    void getsTheAnswerToAnIdThatNobodyHasInHisOwnPlace() {
        Rows before = Rows.of(DASHBOARD.db);
        Differences differences = new Differences(other);

        List<Page> pages = things().toList();
        for (Page page : pages) {
            String address = address(page).replace(ROOT, OTHER_ROOT);
            differences.note(
                    page,
                    ids.stream().map(id -> ID.matcher(address).replaceAll(id)).toList(),
                    ID.matcher(address).replaceAll(MADE_UP));
        }
        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(differences.found()).isEmpty();
        isAsItWas(before);
    }

    @Test
    @Order(2)
    void getsTheAnswerToABusinessThatNobodyHas() {
        Rows before = Rows.of(DASHBOARD.db);
        Differences differences = new Differences(other);

        List<Page> pages = ofBusinesses().toList();
        pages.forEach(page ->
                differences.note(page, List.of(address(page)), address(page).replace(ROOT, "/b/B-000000/development")));
        assertThat(pages).hasSizeGreaterThan(80);
        assertThat(differences.found()).isEmpty();
        isAsItWas(before);
    }

    /// What is of development is not there in production, except for what belongs to the business as a whole.
    @Test
    @Order(3)
    void getsTheAnswerToAnIdThatNobodyHasInTheOtherEnvironment() {
        Rows before = Rows.of(DASHBOARD.db);
        Differences differences = new Differences(owner);

        List<Page> pages = things(Access.Member.class)
                .filter(page -> !isAbout(page, "person", "invitation"))
                .toList();
        pages.forEach(page -> differences.note(page, address(page).replace("/development", "/production")));
        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(differences.found()).isEmpty();
        isExactlyAsItWas(before);
    }

    /// What one person has begun, or has as a person, is not even their colleagues'.
    @Test
    @Order(4)
    void leavesColleaguesWhatIsTheirs() {
        TestBrowser colleague = DASHBOARD.member(Role.OWNER);
        Rows before = Rows.of(DASHBOARD.db);
        Differences differences = new Differences(colleague);

        List<Page> pages = things().filter(page -> isAbout(page, "draft", "session", "passkey"))
                .toList();
        pages.forEach(page -> differences.note(page, address(page)));
        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(differences.found()).isEmpty();
        isExactlyAsItWas(before);
    }

    @Test
    @Order(5)
    void findsNothingOfOthersWhateverHeSearchesFor() {
        List<Page> pages = ofBusinesses()
                .filter(page -> page.route().verb() == Route.Verb.GET)
                .filter(page -> page.route().variables().size() == 2)
                .toList();
        int searches = 0;
        for (Page page : pages) {
            String path = page.route().path().replace(Route.BUSINESS, OTHER_ROOT);
            for (String name : links.queries(page.route())) {
                for (String value : known()) {
                    tellsNothing(other.get(path + "?" + name + "=" + encoded(value)), value, path + " by " + name);
                    searches++;
                }
            }
        }
        assertThat(searches).isGreaterThan(500);
    }

    @Test
    @Order(6)
    void doesNothingWithThingsOfOthersWhateverHeTypes() {
        Rows before = Rows.of(DASHBOARD.db);
        int forms = 0;
        for (Page page : forms().toList()) {
            String path = page.route().path().replace(Route.BUSINESS, OTHER_ROOT);
            for (Field<?> field : page.fields()) {
                for (String value : ids) {
                    if (Plausible.takes(field, value)) {
                        List<String> form = Plausible.form(page, field, value);
                        tellsNothing(other.post(path, form.toArray(String[]::new)), value, path + " by " + field);
                        forms++;
                    }
                }
            }
        }
        assertThat(forms).isGreaterThan(200);
        assertThat(other.post(OTHER_ROOT + "/transactions/mock", "to", FirstHour.MARK + "-one", "usd", "10")
                        .status())
                .isEqualTo(422);
        isAsItWas(before);
    }

    /// That to their owner they are there is what makes all the refusals worth something.
    @Test
    @Order(7)
    void isNotTheOneWhoseTheyAre() {
        Stream<Page> gentleFirst = things().sorted(Comparator.comparing(
                (Page page) -> page.route().path().matches(".*/(remove|revoke|withdraw|discard|end)")));

        assertThat(gentleFirst.map(page -> ask(owner, page, address(page)).status() + " " + page.route()))
                .allMatch(line -> line.matches("(200|303|409|422) .*"));
    }

    private static Stream<Page> forms() {
        return ofBusinesses()
                .filter(page -> page.route().verb() == Route.Verb.POST)
                .filter(page -> page.route().variables().size() == 2);
    }

    /// All that can be known of the business: ids, and what people and the program have named.
    private static List<String> known() {
        List<String> all = new ArrayList<>(ids);
        all.addAll(List.of(
                DASHBOARD.business.merchantReference(),
                DASHBOARD.business.id().toString(),
                FirstHour.MARK,
                FirstHour.MARK + "-one",
                FirstHour.ACCOUNT,
                FirstHour.COLD,
                FirstHour.INVITED,
                "reference-1",
                "tx-1"));
        return all;
    }

    private static void tellsNothing(Reply reply, String value, String asked) {
        String body = reply.body().replace(value, "").replace(encoded(value), "");
        assertThat(known().stream().filter(body::contains)).as(asked).isEmpty();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Reply ask(TestBrowser browser, Page page, String address) {
        return page.route().verb() == Route.Verb.GET
                ? browser.get(address)
                : browser.post(address, Plausible.form(page).toArray(String[]::new));
    }

    /// Where an answer is another than that to something nobody has.
    ///
    /// @param found what was asked, and both answers
    private record Differences(TestBrowser browser, List<String> found) {

        Differences(TestBrowser browser) {
            this(browser, new ArrayList<>());
        }

        void note(Page page, String address) {
            note(page, List.of(address), ID.matcher(address).replaceAll(MADE_UP));
        }

        void note(Page page, List<String> addresses, String nobodys) {
            Reply usual = ask(browser, page, nobodys);
            for (String address : addresses) {
                Reply reply = ask(browser, page, address);
                if (usual.status() != 404 || !plain(reply).equals(plain(usual))) {
                    found.add("%s %s: %s, and usually %s"
                            .formatted(page.route().verb(), address, reply.outcome(), usual.outcome()));
                }
            }
        }

        /// Apart from what was asked for.
        private static String plain(Reply reply) {
            String body = ID.matcher(reply.body()).replaceAll("").replaceAll("/b/B-\\w+/", "/b/B/");
            return reply.status() + " " + reply.headers() + body;
        }
    }

    /// Nothing has changed that is not the other's own, and nothing new is the business's.
    private static void isAsItWas(Rows before) {
        Rows after = Rows.of(DASHBOARD.db);
        assertThat(before.without(after))
                .allMatch(row -> row.contains(OTHER.id().toString()) || row.startsWith("trail_head "));
        assertThat(after.without(before))
                .noneMatch(row -> row.contains(DASHBOARD.business.id().toString()));
    }

    private static void isExactlyAsItWas(Rows before) {
        assertThat(Rows.of(DASHBOARD.db)).isEqualTo(before);
    }
}
