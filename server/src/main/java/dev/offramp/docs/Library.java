package dev.offramp.docs;

import dev.offramp.search.Passage;
import dev.offramp.search.PassageIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// All pages, and what is found in them. Made when first asked for, then never changed.
public final class Library {

    private final Map<String, DocPage> pages = new LinkedHashMap<>();
    private final ApiBook api;
    private final ErrorGuide errors;
    /// Made beside the first page that is read, which does not wait for it.
    private final FutureTask<PassageIndex> index;

    private Library(List<DocPage> pages, ApiBook api) {
        pages.forEach(page -> this.pages.put(page.path(), page));
        this.api = api;
        this.errors = ErrorGuide.of(this.pages.get(ErrorGuide.PAGE));
        this.index = new FutureTask<>(() -> new PassageIndex(passages(pages)));
    }

    /// @param document the API's description, as it is served at `/openapi.json`
    static Library create(byte[] document, LiveParts parts) {
        ApiBook api = ApiBook.of(document);
        Manuscripts manuscripts = new Manuscripts(parts.with(api.parts()));
        List<DocPage> pages = new ArrayList<>();
        Contents.paths().forEach(path -> pages.add(manuscripts.read(path)));
        pages.addAll(api.pages());
        Library library = new Library(pages, api);
        Thread.ofVirtual().name("docs.index").start(library.index);
        return library;
    }

    private static List<Passage> passages(List<DocPage> pages) {
        return pages.stream().flatMap(page -> Cutter.passages(page).stream()).toList();
    }

    /// In the order of the menu, those of operations last.
    public List<DocPage> pages() {
        return List.copyOf(pages.values());
    }

    /// @param path below `/docs/`
    public Optional<DocPage> page(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    /// Pages that answer a question, the best first.
    ///
    /// @param question words, of any length and content
    public List<PassageIndex.Answer> find(String question, int most) {
        try {
            return index.get().find(question, most);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the pages cannot be searched", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("given up before the index was made", e);
        }
    }

    /// The operations of the API.
    public ApiBook api() {
        return api;
    }

    /// What errors mean.
    public ErrorGuide errors() {
        return errors;
    }
}
