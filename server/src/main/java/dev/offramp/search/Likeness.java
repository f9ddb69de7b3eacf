package dev.offramp.search;

import java.util.Set;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// BM25 that cares little about length: a long page is no worse than a short one, and a title of four words not much
/// worse than one of two.
final class Likeness extends PerFieldSimilarityWrapper {

    private static final float SATURATION = 1.2f;
    private static final Set<String> LONG = Set.of(Questions.TEXT, Questions.CODE);

    private final Similarity ofLong = new BM25Similarity(SATURATION, 0.5f);
    private final Similarity ofShort = new BM25Similarity(SATURATION, 0.3f);

    @Override
    public Similarity get(String field) {
        return LONG.contains(field) ? ofLong : ofShort;
    }
}
