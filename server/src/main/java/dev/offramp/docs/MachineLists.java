package dev.offramp.docs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The pages for those who do not read with their eyes: models and search engines.
final class MachineLists {

    private static final String SHORT = "/llms.txt";
    private static final String WHOLE = "/llms-full.txt";
    private static final String MAP = "/sitemap.xml";

    static final Set<String> PATHS = Set.of(SHORT, WHOLE, MAP);

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String XML = "application/xml; charset=utf-8";

    private final List<DocPage> pages;
    private final String url;

    MachineLists(List<DocPage> pages, String url) {
        this.pages = pages;
        this.url = url;
    }

    Kept make(String path) {
        return switch (path) {
            case SHORT -> kept(TEXT, brief());
            case WHOLE -> kept(TEXT, whole());
            default -> kept(XML, map());
        };
    }

    private static Kept kept(String type, String text) {
        return new Kept(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /// As llmstxt.org has it: a title, a sentence, and links to the text of each page.
    private String brief() {
        StringBuilder text = new StringBuilder("""
                # Offramp

                > A self-hosted crypto off-ramp that speaks the Breet v1 API: permanent deposit addresses, conversion to NGN, \
                GHS or USD, payouts to banks, signed webhooks. The sandbox runs offline.

                The API's base is {url}/v1, its description {url}/openapi.json (OpenAPI 3.1). All pages in one text: \
                {url}/llms-full.txt
                """.replace("{url}", url));
        for (Contents.Chapter chapter : Contents.CHAPTERS) {
            text.append("\n## ").append(chapter.title()).append("\n\n");
            pages.stream()
                    .filter(page -> chapter.paths().contains(page.path()))
                    .forEach(page -> text.append(line(page)));
        }
        text.append("\n## API reference\n\n");
        pages.stream()
                .filter(page -> page.path().startsWith(Contents.REFERENCE))
                .forEach(page -> text.append(line(page)));
        return text.toString();
    }

    private String line(DocPage page) {
        return "- [" + page.title() + "](" + url + page.address() + ".md): " + page.description() + "\n";
    }

    private String whole() {
        return pages.stream()
                .map(page -> page.markdown().strip() + "\n\nSource: " + url + page.address() + "\n")
                .collect(Collectors.joining("\n---\n\n"));
    }

    private String map() {
        return pages.stream()
                .map(page -> "  <url><loc>" + escaped(url + page.address()) + "</loc></url>\n")
                .collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        """, "</urlset>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
