package dev.offramp.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.wire.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is true of every page.
class SiteTest {

    private static final Path SITE = Path.of("..", "docs", "site");

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern FENCE = Pattern.compile("(?m)^```(.*)\n((?:.*\n)*?)```$");

    /// What else this server has.
    private static final Set<String> ELSEWHERE =
            Set.of("/", "/openapi.json", "/llms.txt", "/llms-full.txt", "/docs/search");

    private final Library library = TestLibrary.DOCS.library();

    @Test
    void isInTheMenuWhateverWasWritten() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            Set<String> written = files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> SITE.relativize(file).toString().replaceFirst("\\.md$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(written).isEqualTo(new TreeSet<>(Contents.paths()));
        }
    }

    @Test
    void leadsNowhereThatIsNotThere() {
        List<String> dead = new ArrayList<>();
        for (DocPage page : library.pages()) {
            String html = TestLibrary.text(TestLibrary.get(page.address()));
            Set<String> ids =
                    ID.matcher(html).results().map(found -> found.group(1)).collect(Collectors.toSet());
            for (String link :
                    LINK.matcher(html).results().map(found -> found.group(1)).collect(Collectors.toSet())) {
                if (isDead(link.replace("&amp;", "&"), ids)) {
                    dead.add(page.address() + " leads to " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private boolean isDead(String link, Set<String> ids) {
        if (link.startsWith("https://") || link.startsWith("mailto:") || link.startsWith("http://localhost:")) {
            return false;
        }
        if (link.startsWith("#")) {
            return !ids.contains(link.substring(1));
        }
        if (ELSEWHERE.contains(link) || link.startsWith("/assets/")) {
            return false;
        }
        String[] parts = link.split("#", 2);
        String path = parts[0].replaceFirst("^/docs/", "").replaceFirst("\\.md$", "");
        return library.page(path)
                .filter(page -> parts.length == 1 || hasAnchor(page, parts[1]))
                .isEmpty();
    }

    private static boolean hasAnchor(DocPage page, String anchor) {
        return Markdown.sections(page).stream()
                .anyMatch(section -> section.anchor().equals(anchor));
    }

    @Test
    void saysOfEveryBlockWhatItIs() {
        List<String> wrong = new ArrayList<>();
        for (DocPage page : library.pages()) {
            for (String info : FENCE.matcher(page.markdown())
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                if (!isKnown(info)) {
                    wrong.add(page.path() + ": ```" + info);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isKnown(String info) {
        List<String> words = Arrays.asList(info.strip().split(" "));
        return switch (words.getFirst()) {
            case "sh", "js", "python", "java", "php", "go", "ruby" ->
                words.size() == 1 || words.subList(1, words.size()).equals(List.of("run"));
            case "json" -> words.size() > 1;
            case "text", "http", "ini", "nginx", "sql", "xml", "yaml" -> words.size() == 1;
            default -> false;
        };
    }

    @Test
    void explainsEveryRefusal() {
        List<String> rows = library.errors().entries().stream()
                .map(entry -> entry.status() + " " + entry.message())
                .toList();
        List<String> refusals = Arrays.stream(Refusal.values())
                .map(refusal -> refusal.status() + " " + refusal.text())
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(refusals);
    }

    @Test
    void isSmall() {
        for (DocPage page : library.pages()) {
            assertThat(TestLibrary.text(TestLibrary.get(page.address())).length())
                    .as(page.path())
                    .isLessThan(240_000);
        }
    }

    @Test
    void namesOnlyHostsThatAreExamplesOrSources() {
        Set<String> hosts = new TreeSet<>();
        for (DocPage page : library.pages()) {
            Matcher links = Pattern.compile("\\]\\((https?://[^/)]+)").matcher(page.markdown());
            links.results().map(found -> found.group(1)).forEach(hosts::add);
        }
        assertThat(hosts).allMatch(host -> host.startsWith("https://"));
    }
}
