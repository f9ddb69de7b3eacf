package dev.offramp.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The passages, to be asked. Safe for any number of threads.
///
/// A page is as good as it is as a whole and as its best passage is, together: the first tells which page is about what
/// was asked, the second which says it.
public final class PassageIndex {

    /// What is longer is cut: nobody asks so long a question.
    public static final int QUERY_MAX = 500;

    /// Passages looked at before they are brought together by page.
    private static final int LOOKED_AT = 200;

    private static final int PASSAGES_SHOWN = 3;
    private static final float OF_PASSAGE = 0.5f;

    /// Below it are the pages of single operations: many, short and alike, so that they would crowd out the page that
    /// explains. Whoever names an operation finds its own page all the same.
    private static final String REFERENCE = "/docs/api-reference";

    private static final float OF_REFERENCE = 0.85f;

    private final List<Passage> passages;
    private final List<Passage> beginnings;
    private final Shelf passageShelf;
    private final Shelf pageShelf;

    /// @param passages those of one page in a row
    public PassageIndex(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        List<List<Passage>> pages = List.copyOf(passages.stream()
                .collect(Collectors.groupingBy(Passage::page, LinkedHashMap::new, Collectors.toList()))
                .values());
        Keywords keywords = Keywords.read();
        this.beginnings = pages.stream().map(List::getFirst).toList();
        this.pageShelf =
                new Shelf(pages.stream().map(page -> whole(page, keywords)).toList());
        this.passageShelf =
                new Shelf(passages.stream().map(PassageIndex::single).toList());
    }

    private static Shelf.Text single(Passage one) {
        return new Shelf.Text(one.title(), "", List.of(one.heading()), List.of(), one.text(), one.code());
    }

    private static Shelf.Text whole(List<Passage> page, Keywords keywords) {
        Passage first = page.getFirst();
        return new Shelf.Text(
                first.title(),
                first.heading().isEmpty() ? first.text() : "",
                page.stream().map(Passage::ownHeading).distinct().toList(),
                keywords.of(first.page()),
                page.stream().map(Passage::text).collect(Collectors.joining("\n")),
                page.stream().map(Passage::code).collect(Collectors.joining("\n")));
    }

    /// A page that answers.
    ///
    /// @param best of its passages, the best first; its beginning where none of them by itself was found
    public record Answer(String page, String title, List<Passage> best) {}

    private static final class Found {

        private final Passage beginning;
        private final List<Passage> passages = new ArrayList<>();
        private float ofPage;
        private float ofPassage;

        Found(Passage beginning) {
            this.beginning = beginning;
        }

        void add(Passage passage, float score) {
            if (passages.isEmpty()) {
                ofPassage = score;
            }
            passages.add(passage);
        }

        float weight() {
            float weight = ofPage + OF_PASSAGE * ofPassage;
            return beginning.page().startsWith(REFERENCE) ? OF_REFERENCE * weight : weight;
        }

        Answer answer() {
            List<Passage> best = passages.isEmpty() ? List.of(beginning) : passages;
            List<Passage> shown = best.subList(0, Math.min(PASSAGES_SHOWN, best.size()));
            return new Answer(beginning.page(), beginning.title(), List.copyOf(shown));
        }
    }

    /// @param query words, as people type them; nothing in it has a meaning of its own
    /// @param most pages
    public List<Answer> find(String query, int most) {
        String asked = query.substring(0, Math.min(query.length(), QUERY_MAX));
        Map<String, Found> found = new LinkedHashMap<>();
        pageShelf.rank(asked, beginnings.size()).forEach((number, score) -> {
            Passage beginning = beginnings.get(number);
            found.computeIfAbsent(beginning.page(), _ -> new Found(beginning)).ofPage = score;
        });
        passageShelf.rank(asked, LOOKED_AT).forEach((number, score) -> {
            Passage passage = passages.get(number);
            found.computeIfAbsent(passage.page(), _ -> new Found(passage)).add(passage, score);
        });
        return found.values().stream()
                .sorted((a, b) -> Float.compare(b.weight(), a.weight()))
                .limit(most)
                .map(Found::answer)
                .toList();
    }
}
