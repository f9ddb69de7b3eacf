package dev.offramp.dashboard;

import dev.offramp.dashboard.TestBrowser.Reply;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the pages and actions lie that somebody can come to: an address of each, found along the links and forms of
/// the pages themselves.
final class Links {

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("(?:action|formaction|hx-post)=\"(/[^\"]*)\"");
    private static final Set<String> EVERYWHERE = Set.of(FormToken.FIELD, "next");
    private static final Pattern FIELD = Pattern.compile("<(?:input|select)[^>]* name=\"([a-z]+)\"");

    private final TestBrowser browser;
    private final List<Route> routes;
    private final Map<Route, String> found = new LinkedHashMap<>();
    private final Map<Route, TreeSet<String>> names = new LinkedHashMap<>();
    private final Deque<Route> ahead = new ArrayDeque<>();

    private Links(TestBrowser browser, List<Route> routes) {
        this.browser = browser;
        this.routes = routes;
    }

    /// @param from where to begin
    static Links walk(TestBrowser browser, List<Page> pages, List<String> from) {
        Links links = new Links(browser, pages.stream().map(Page::route).toList());
        from.forEach(path -> links.note(Route.Verb.GET, path));
        while (!links.ahead.isEmpty()) {
            links.follow(links.ahead.pop());
        }
        return links;
    }

    /// All pages and actions that there is a way to.
    Set<Route> found() {
        return found.keySet();
    }

    /// An address of a page or action; where no way leads to it at this moment, one below the same thing.
    Optional<String> address(Route route) {
        return Optional.ofNullable(found.get(route)).or(() -> beside(route));
    }

    /// Nothing that is somebody's, apart from where it is.
    private Optional<String> beside(Route route) {
        int end = route.path().lastIndexOf('}') + 1;
        String thing = route.path().substring(0, end);
        return found.entrySet().stream()
                .filter(entry -> (entry.getKey().path() + "/").startsWith(thing + "/"))
                .map(entry -> segments(entry.getValue(), thing) + route.path().substring(end))
                .findFirst();
    }

    /// As many of an address as a path has.
    private static String segments(String address, String path) {
        return String.join("/", Arrays.asList(address.split("/")).subList(0, path.split("/").length));
    }

    /// What a page may be asked for behind its question mark, as far as pages show it.
    List<String> queries(Route route) {
        return names.getOrDefault(route, new TreeSet<>()).stream()
                .filter(name -> !EVERYWHERE.contains(name))
                .toList();
    }

    private void follow(Route route) {
        Reply page = browser.get(found.get(route));
        if (page.status() == 303) {
            note(Route.Verb.GET, page.location());
        }
        matches(LINK, page).forEach(path -> note(Route.Verb.GET, path));
        matches(ACTION, page).forEach(path -> note(Route.Verb.POST, path));
        matches(FIELD, page).forEach(names.computeIfAbsent(route, _ -> new TreeSet<>())::add);
    }

    private static Stream<String> matches(Pattern pattern, Reply page) {
        return pattern.matcher(page.body())
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"));
    }

    private void note(Route.Verb verb, String address) {
        String[] parts = address.split("[?#]", 2);
        fitting(verb, parts[0]).ifPresent(route -> {
            if (parts.length > 1) {
                Stream.of(parts[1].split("&"))
                        .map(pair -> pair.split("=")[0])
                        .forEach(names.computeIfAbsent(route, _ -> new TreeSet<>())::add);
            }
            if (found.putIfAbsent(route, parts[0]) == null && verb == Route.Verb.GET) {
                ahead.add(route);
            }
        });
    }

    /// `new` is not an id.
    private Optional<Route> fitting(Route.Verb verb, String path) {
        return routes.stream()
                .filter(route ->
                        route.verb() == verb && path.matches(route.path().replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparingInt(route -> route.variables().size()));
    }
}
