package dev.offramp.docs;

import dev.offramp.look.KeptFile;
import dev.offramp.search.Passage;
import dev.offramp.search.PassageIndex;
import gg.jte.html.HtmlContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What stands around every page: the menu, the search field, what comes before and after.
final class Frame {

    static final KeptFile STYLE = new KeptFile("docs", KeptFile.Kind.STYLE, "/docs/docs.css");
    static final KeptFile SCRIPT = new KeptFile("docs", KeptFile.Kind.SCRIPT, "/docs/docs.js");

    private static final int EXCERPT = 240;

    private final List<DocPage> pages;

    Frame(List<DocPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /// @param isHere whether one is there
    record Link(String address, String title, boolean isHere) {}

    /// A part of the menu.
    record Group(String title, List<Link> links) {}

    /// What a template needs to draw the frame.
    ///
    /// @param text where the page lies as text; empty when it does not
    /// @param asked what is in the search field
    record Scene(
            String title,
            String description,
            List<Group> menu,
            List<Markdown.Section> sections,
            Optional<Link> before,
            Optional<Link> after,
            Optional<String> text,
            String asked) {}

    /// A place that was found.
    record Hit(String address, String title, String heading, String excerpt) {}

    HtmlContent page(DocPage page, Optional<Trial> trial) {
        int place = pages.indexOf(page);
        Scene scene = new Scene(
                page.title(),
                page.description(),
                menu(page.path()),
                Markdown.sections(page).stream()
                        .filter(section -> section.level() == 2)
                        .toList(),
                neighbour(place - 1),
                neighbour(place + 1),
                Optional.of(page.address() + ".md"),
                "");
        // Our own Markdown: what is HTML in it is escaped, and its links are judged.
        HtmlContent body = out -> out.writeContent(Markdown.html(page));
        return out -> JtepageGenerated.render(out, null, scene, body, trial.orElse(null));
    }

    HtmlContent found(String asked, List<PassageIndex.Answer> answers) {
        Scene scene = bare(asked.isEmpty() ? "Search" : "Found", asked);
        List<Hit> hits = hits(answers);
        return out -> JtefoundGenerated.render(out, null, scene, hits);
    }

    HtmlContent missing(List<PassageIndex.Answer> answers) {
        Scene scene = bare("Not found", "");
        List<Hit> hits = hits(answers);
        return out -> JtemissingGenerated.render(out, null, scene, hits);
    }

    HtmlContent message(String title, String text) {
        Scene scene = bare(title, "");
        return out -> JtemessageGenerated.render(out, null, scene, text);
    }

    private Scene bare(String title, String asked) {
        return new Scene(title, "", menu(""), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), asked);
    }

    private static List<Hit> hits(List<PassageIndex.Answer> answers) {
        List<Hit> hits = new ArrayList<>();
        for (PassageIndex.Answer answer : answers) {
            Passage best = answer.best().getFirst();
            hits.add(new Hit(best.path(), answer.title(), best.heading(), excerpt(best.whole())));
        }
        return hits;
    }

    private static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + " \u2026";
    }

    private Optional<Link> neighbour(int place) {
        return place < 0 || place >= pages.size() ? Optional.empty() : Optional.of(link(pages.get(place), ""));
    }

    private static Link link(DocPage page, String here) {
        return new Link(page.address(), page.title(), page.path().equals(here));
    }

    /// The operations are a part of the menu only where one is among them: there are many.
    private List<Group> menu(String here) {
        Map<String, DocPage> byPath = pages.stream().collect(Collectors.toMap(DocPage::path, Function.identity()));
        List<Group> groups = new ArrayList<>();
        for (Contents.Chapter chapter : Contents.CHAPTERS) {
            List<Link> links = chapter.paths().stream()
                    .map(path -> link(byPath.get(path), here))
                    .toList();
            groups.add(new Group(chapter.title(), links));
        }
        boolean isReference = here.startsWith(Contents.REFERENCE);
        List<Link> operations = pages.stream()
                .filter(page -> page.path().equals(Contents.REFERENCE)
                        || isReference && page.path().startsWith(Contents.REFERENCE + "/"))
                .map(page -> link(page, here))
                .toList();
        groups.add(new Group("API", operations));
        return groups;
    }
}
