package dev.offramp.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/// All words that stand anywhere on a shelf, and which of them is meant by one that was mistyped. Asked once for
/// a word instead of once for each place where it may stand, so that a question of nothing but noise stays cheap.
final class Vocabulary {

    private static final int LONG_WORD = 7;
    private static final int MISTYPED_WORD_MIN = 4;

    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    private record Near(String word, int changes) {}

    Vocabulary(IndexReader reader, Iterable<String> fields) throws IOException {
        for (String field : fields) {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms != null) {
                take(terms.iterator());
            }
        }
        texts.keySet().stream()
                .filter(word -> !word.isEmpty())
                .forEach(word -> byFirst.computeIfAbsent(word.charAt(0), _ -> new ArrayList<>())
                        .add(word));
    }

    private void take(TermsEnum terms) throws IOException {
        while (terms.next() != null) {
            texts.merge(terms.term().utf8ToString(), terms.docFreq(), Math::max);
        }
    }

    /// In how many texts a word stands, in the place where it stands most.
    int texts(String word) {
        return texts.getOrDefault(word, 0);
    }

    /// The word itself if there is it; else the one that is a letter or two away, of several the most used. Nobody
    /// mistypes the first letter.
    String meant(String word) {
        if (texts.containsKey(word) || word.length() < MISTYPED_WORD_MIN) {
            return word;
        }
        return nearest(word).orElse(word);
    }

    private Optional<String> nearest(String word) {
        int most = word.length() < LONG_WORD ? 1 : 2;
        List<Near> near = new ArrayList<>();
        for (String other : byFirst.getOrDefault(word.charAt(0), List.of())) {
            Typing.changes(word, other, most).ifPresent(changes -> near.add(new Near(other, changes)));
        }
        return near.stream()
                .min(Comparator.comparingInt(Near::changes).thenComparing(one -> -texts(one.word())))
                .map(Near::word);
    }
}
