package dev.offramp.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Words under which people look for a page and which it does not have, since it calls things by their own names.
final class Keywords {

    private static final String RESOURCE = "/search/keywords.txt";
    private static final String AFTER_PATH = ": ";
    private static final String BETWEEN = ", ";

    private final Map<String, List<String>> byPage;

    private Keywords(Map<String, List<String>> byPage) {
        this.byPage = byPage;
    }

    static Keywords read() {
        return new Keywords(Resource.lines(RESOURCE).stream()
                .map(line -> line.split(AFTER_PATH, 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(BETWEEN)))));
    }

    /// Empty for a page that has none.
    List<String> of(String page) {
        return byPage.getOrDefault(page, List.of());
    }
}
