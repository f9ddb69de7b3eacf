package dev.offramp.search;

import dev.offramp.search.Words.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// From what somebody typed to what is looked for: any of its words, where each of them stands best. Two that follow
/// one another count once more where they stand together, and so does every word that is there at all: what answers
/// has something of each. A word that nothing has is taken for one with a letter or two mistyped.
final class Questions {

    static final String TITLE = "title";
    static final String LEAD = "lead";
    static final String HEADING = "heading";
    static final String KEYWORDS = "keywords";
    static final String TEXT = "text";
    static final String CODE = "code";

    /// What a word is worth where it stands.
    private static final Map<String, Float> WEIGHTS =
            Map.of(TITLE, 2.0f, LEAD, 1.5f, HEADING, 1.5f, KEYWORDS, 1.5f, TEXT, 1.0f, CODE, 0.3f);

    /// Of the places where a word stands beside the best one.
    private static final float OTHER_PLACES = 0.3f;

    /// Of the names for a word beside the one that is found best.
    private static final float OTHER_NAMES = 0.1f;

    /// A word that was not typed, but means the same.
    private static final float SYNONYM_WEIGHT = 0.8f;

    private static final float PAIR_WEIGHT = 0.5f;
    private static final int BETWEEN_PAIR = 1;
    private static final float COVERED_WEIGHT = 0.3f;

    /// What one looks for with more words than this is in the first of them.
    private static final int WORDS_MAX = 40;

    /// Words that may be mistyped, the first ones: each unknown one is held against all there are.
    private static final int SET_RIGHT_MAX = 15;

    private final int texts;
    private final Vocabulary vocabulary;
    private final Words words = new Words();

    private record Pair(String first, String second) {}

    Questions(IndexReader reader) throws IOException {
        this.texts = reader.numDocs();
        this.vocabulary = new Vocabulary(reader, WEIGHTS.keySet());
    }

    Query about(String asked) {
        List<List<Word>> places = meant(words.in(asked, WORDS_MAX));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (List<Word> names : new LinkedHashSet<>(places)) {
            query.add(anywhere(names), BooleanClause.Occur.SHOULD);
            query.add(covered(names), BooleanClause.Occur.SHOULD);
        }
        pairs(places).forEach(pair -> query.add(together(pair), BooleanClause.Occur.SHOULD));
        return query.build();
    }

    private List<List<Word>> meant(List<List<Word>> places) {
        List<List<Word>> meant = new ArrayList<>();
        for (List<Word> names : places) {
            meant.add(
                    meant.size() < SET_RIGHT_MAX
                            ? names.stream().map(this::meant).toList()
                            : names);
        }
        return meant;
    }

    private Word meant(Word word) {
        return word.isSynonym() ? word : new Word(vocabulary.meant(word.text()), false);
    }

    private static LinkedHashSet<Pair> pairs(List<List<Word>> places) {
        LinkedHashSet<Pair> pairs = new LinkedHashSet<>();
        for (int i = 1; i < places.size(); i++) {
            String first = places.get(i - 1).getFirst().text();
            String second = places.get(i).getFirst().text();
            if (!first.equals(second)) {
                pairs.add(new Pair(first, second));
            }
        }
        return pairs;
    }

    private Query anywhere(List<Word> names) {
        List<Query> places = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> {
            List<Query> found = names.stream()
                    .map(name -> weighed(in(field, name), name.isSynonym() ? SYNONYM_WEIGHT * weight : weight))
                    .toList();
            places.add(new DisjunctionMaxQuery(found, OTHER_NAMES));
        });
        return new DisjunctionMaxQuery(places, OTHER_PLACES);
    }

    private static Query together(Pair pair) {
        List<Query> places = new ArrayList<>();
        WEIGHTS.forEach((field, weight) -> places.add(
                weighed(new PhraseQuery(BETWEEN_PAIR, field, pair.first(), pair.second()), PAIR_WEIGHT * weight)));
        return new DisjunctionMaxQuery(places, OTHER_PLACES);
    }

    /// The same wherever the word stands and however often: the rarer it is, the more.
    private Query covered(List<Word> names) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Word name : names) {
            for (String field : WEIGHTS.keySet()) {
                any.add(in(field, name), BooleanClause.Occur.SHOULD);
            }
        }
        double rarity = names.stream().mapToDouble(this::rarity).min().orElse(0);
        return weighed(new ConstantScoreQuery(any.build()), COVERED_WEIGHT * (float) rarity);
    }

    private static Query in(String field, Word word) {
        return new TermQuery(new Term(field, word.text()));
    }

    private static Query weighed(Query query, float weight) {
        return new BoostQuery(query, weight);
    }

    private double rarity(Word word) {
        int found = Math.max(1, vocabulary.texts(word.text()));
        return Math.log(1 + (texts - found + 0.5) / (found + 0.5));
    }
}
