package dev.offramp.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// From what somebody typed to its words, each with what else it may be called.
final class Words {

    private final Analyzer analyzer = WordAnalyzer.ofQueries();

    /// A word as it was typed, or another name for one.
    record Word(String text, boolean isSynonym) {}

    /// At each place of what was asked, the words that may stand there, one that was typed first.
    ///
    /// @param most places, the first ones
    List<List<Word>> in(String asked, int most) {
        List<List<Word>> places = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", asked)) {
            CharTermAttribute text = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (places.isEmpty() || step.getPositionIncrement() > 0) {
                    places.add(new ArrayList<>());
                }
                boolean isSynonym = type.type().equals(SynonymGraphFilter.TYPE_SYNONYM);
                add(new Word(text.toString(), isSynonym), places.getLast());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places.subList(0, Math.min(most, places.size()));
    }

    private static void add(Word word, List<Word> names) {
        if (word.isSynonym()) {
            names.addLast(word);
        } else {
            names.addFirst(word);
        }
    }
}
