package dev.offramp.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/// What people call things by other names than ours: `cash out` is withdrawing, `hook` is a webhook. Used on questions
/// alone; pages say what they say. What somebody typed is always looked for as well.
final class Synonyms extends SynonymMap.Parser {

    private static final String RESOURCE = "/search/synonyms.txt";
    private static final String ALSO = "=>";
    private static final boolean KEEPS_WHAT_WAS_TYPED = true;

    private Synonyms(Analyzer analyzer) {
        super(true, analyzer);
    }

    /// @param analyzer brings both sides into the form that words have in the index
    static SynonymMap read(Analyzer analyzer) {
        Synonyms synonyms = new Synonyms(analyzer);
        try {
            synonyms.parse(new StringReader(String.join("\n", Resource.lines(RESOURCE))));
            return synonyms.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException("not a list of synonyms: " + RESOURCE, e);
        }
    }

    @Override
    public void parse(Reader list) throws IOException, ParseException {
        for (String line : list.readAllLines()) {
            take(line);
        }
    }

    private void take(String line) throws IOException {
        String[] sides = line.split(ALSO);
        List<CharsRef> asked = terms(sides[0]);
        List<CharsRef> meant = terms(sides[sides.length - 1]);
        for (CharsRef one : asked) {
            for (CharsRef other : meant) {
                if (!one.equals(other)) {
                    add(one, other, KEEPS_WHAT_WAS_TYPED);
                }
            }
        }
    }

    private List<CharsRef> terms(String side) throws IOException {
        List<CharsRef> terms = new ArrayList<>();
        for (String term : side.split(",")) {
            terms.add(CharsRef.deepCopyOf(analyze(term.strip(), new CharsRefBuilder())));
        }
        return terms;
    }
}
