package dev.offramp.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Texts that are ranked by BM25, in memory. Safe for any number of threads.
final class Shelf {

    private static final String NUMBER = "number";

    private final IndexSearcher searcher;
    private final Questions questions;

    /// A text, found by its number on the shelf.
    ///
    /// @param lead what it begins with, of which it is about
    /// @param keywords words under which it is looked for and that it may not have
    record Text(String title, String lead, List<String> headings, List<String> keywords, String body, String code) {}

    Shelf(List<Text> texts) {
        try {
            DirectoryReader reader = DirectoryReader.open(written(texts));
            this.searcher = new IndexSearcher(reader);
            this.searcher.setSimilarity(new Likeness());
            this.questions = new Questions(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How well texts answer, by their number, the best first.
    Map<Integer, Float> rank(String asked, int most) {
        Map<Integer, Float> ranks = new LinkedHashMap<>();
        try {
            for (ScoreDoc hit : searcher.search(questions.about(asked), most).scoreDocs) {
                ranks.put(number(hit), hit.score);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ranks;
    }

    private int number(ScoreDoc hit) throws IOException {
        return searcher.storedFields()
                .document(hit.doc)
                .getField(NUMBER)
                .numericValue()
                .intValue();
    }

    private static ByteBuffersDirectory written(List<Text> texts) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (Analyzer analyzer = WordAnalyzer.ofPassages();
                IndexWriter writer = new IndexWriter(directory, settings(analyzer))) {
            for (int i = 0; i < texts.size(); i++) {
                writer.addDocument(document(texts.get(i), i));
            }
        }
        return directory;
    }

    private static IndexWriterConfig settings(Analyzer analyzer) {
        return new IndexWriterConfig(analyzer).setSimilarity(new Likeness());
    }

    private static Document document(Text text, int number) {
        Document document = new Document();
        document.add(new TextField(Questions.TITLE, text.title(), Field.Store.NO));
        document.add(new TextField(Questions.LEAD, text.lead(), Field.Store.NO));
        text.headings().forEach(heading -> document.add(new TextField(Questions.HEADING, heading, Field.Store.NO)));
        text.keywords().forEach(phrase -> document.add(new TextField(Questions.KEYWORDS, phrase, Field.Store.NO)));
        document.add(new TextField(Questions.CODE, text.code(), Field.Store.NO));
        document.add(new TextField(Questions.TEXT, text.body(), Field.Store.NO));
        document.add(new StoredField(NUMBER, number));
        return document;
    }
}
