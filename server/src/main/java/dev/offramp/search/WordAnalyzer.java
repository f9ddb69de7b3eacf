package dev.offramp.search;

import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;

/// From text to words as they are compared: parted at blanks, dots, dashes and inner capitals (`autoSettlement` is
/// found by `auto settlement` and by itself), in lower case, without the words that every sentence has, and stemmed.
final class WordAnalyzer extends Analyzer {

    private static final int PARTED = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
            | WordDelimiterGraphFilter.CATENATE_ALL
            | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

    private static final CharArraySet FILLING = filling();

    /// Words of one heading are no neighbours of those of the next.
    private static final int APART = 100;

    private final Optional<SynonymMap> synonyms;

    private WordAnalyzer(Optional<SynonymMap> synonyms) {
        this.synonyms = synonyms;
    }

    /// For what is found.
    static Analyzer ofPassages() {
        return new WordAnalyzer(Optional.empty());
    }

    /// For what is looked for.
    static Analyzer ofQueries() {
        return new WordAnalyzer(Optional.of(Synonyms.read(ofPassages())));
    }

    private static CharArraySet filling() {
        CharArraySet words = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
        for (String word :
                "how what why when where who which do does did can could i my me we our you your am was were has"
                        .split(" ")) {
            words.add(word);
        }
        // What is not and what no longer is makes a difference.
        words.remove("not");
        words.remove("no");
        return CharArraySet.unmodifiableSet(words);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return APART;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new WhitespaceTokenizer();
        TokenStream parted = new FlattenGraphFilter(new WordDelimiterGraphFilter(words, PARTED, null));
        TokenStream plain = new StopFilter(new LowerCaseFilter(new EnglishPossessiveFilter(parted)), FILLING);
        TokenStream stems = new PorterStemFilter(plain);
        return new TokenStreamComponents(
                words,
                synonyms.<TokenStream>map(map -> new SynonymGraphFilter(stems, map, true))
                        .orElse(stems));
    }
}
