package dev.offramp.docs;

import dev.offramp.look.Html;
import dev.offramp.look.KeptFile;
import dev.offramp.search.PassageIndex;
import dev.offramp.web.Body;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The face that explains: pages for people, the same pages as text, and lists of them for machines.
public final class Docs implements Face {

    /// Known before it is made.
    public static final String NAME = "docs";

    private static final String FIRST = DocPage.ROOT + "/introduction";
    private static final String SEARCH = DocPage.ROOT + "/search";
    private static final String TEXT_SUFFIX = ".md";
    private static final String MARKDOWN = "text/markdown; charset=utf-8";
    private static final int FOUND_MAX = 10;

    private final Library library;
    private final Frame frame;
    private final MachineLists lists;

    /// What was made once is kept: nothing of it changes while the program runs.
    private final Map<String, Kept> made = new ConcurrentHashMap<>();

    private Docs(Library library, String publicUrl) {
        this.library = library;
        this.frame = new Frame(library.pages());
        this.lists = new MachineLists(library.pages(), publicUrl);
    }

    /// @param document the API's description, as it is served at `/openapi.json`
    /// @param publicUrl how clients reach the server, without a slash at the end
    public static Docs create(byte[] document, LiveParts parts, String publicUrl) {
        return new Docs(Library.create(document, parts), publicUrl);
    }

    /// The files of its pages.
    public static List<KeptFile> files() {
        return List.of(Frame.STYLE, Frame.SCRIPT);
    }

    public Library library() {
        return library;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean claims(String path) {
        return isOurs(path);
    }

    /// Whether what lies there is explained here: known without a page being read.
    public static boolean isOurs(String path) {
        return path.equals(DocPage.ROOT) || path.startsWith(DocPage.ROOT + "/") || MachineLists.PATHS.contains(path);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Html.answer(405, frame.message("Pages are read", "Here is nothing that can be sent to."))
                    .with("Allow", "GET, HEAD");
        }
        String path = request.path();
        if (path.equals(DocPage.ROOT) || path.equals(DocPage.ROOT + "/")) {
            return Html.safe(302, Map.of("Location", FIRST), Body.NONE);
        }
        if (path.equals(SEARCH)) {
            return search(request);
        }
        return kept(path).map(kept -> kept.answer(request)).orElseGet(() -> missing(path));
    }

    private Optional<Kept> kept(String path) {
        Kept known = made.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Kept> fresh = make(path);
        fresh.ifPresent(kept -> made.put(path, kept));
        return fresh;
    }

    private Optional<Kept> make(String path) {
        if (MachineLists.PATHS.contains(path)) {
            return Optional.of(lists.make(path));
        }
        String below = path.substring(DocPage.ROOT.length() + 1);
        return below.endsWith(TEXT_SUFFIX)
                ? library.page(below.substring(0, below.length() - TEXT_SUFFIX.length()))
                        .map(page -> new Kept(MARKDOWN, page.markdown().getBytes(StandardCharsets.UTF_8)))
                : library.page(below)
                        .map(page -> Kept.html(frame.page(page, library.api().trial(page.path()))));
    }

    private RawAnswer search(RawRequest request) {
        String asked = Query.of(request.query(), "q").strip();
        List<PassageIndex.Answer> found = asked.isEmpty() ? List.of() : library.find(asked, FOUND_MAX);
        return Html.answer(200, frame.found(asked, found));
    }

    private RawAnswer missing(String path) {
        String words = path.substring(path.lastIndexOf('/') + 1).replace('-', ' ');
        return Html.answer(404, frame.missing(library.find(words, FOUND_MAX)));
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return switch (fault) {
            case Fault.Unavailable(var retryAfter) ->
                Html.answer(503, frame.message("Too much at once", "Try again in a moment."))
                        .with("Retry-After", RawAnswer.seconds(retryAfter));
            case Fault.Bug() -> Html.answer(500, frame.message("Something went wrong", "Request " + requestId + "."));
            case Fault.Malformed(),
                    Fault.VersionUnsupported(),
                    Fault.EncodingUnsupported(),
                    Fault.BodyTooLarge(),
                    Fault.BodyLate() -> Html.answer(400, frame.message("That is no request", "Open the page again."));
        };
    }
}
