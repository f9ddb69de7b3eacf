package dev.offramp.status;

import dev.offramp.bulletins.Subscribers;
import dev.offramp.health.Board;
import dev.offramp.look.Html;
import dev.offramp.look.KeptFile;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import gg.jte.html.HtmlContent;
import java.util.List;

/// The face that says to people how everything stands.
public final class StatusPage implements Face {

    static final KeptFile STYLE = new KeptFile("status", KeptFile.Kind.STYLE, "/status/status.css");
    static final KeptFile SCRIPT = new KeptFile("status", KeptFile.Kind.SCRIPT, "/status/status.js");

    static final String NAME = "status";
    static final String ROOT = "/status";
    static final String READING = "GET, HEAD";

    private final Board board;
    private final Subscribers subscribers;
    private final Subscribing subscribing;

    private StatusPage(Board board, Subscribers subscribers) {
        this.board = board;
        this.subscribers = subscribers;
        this.subscribing = new Subscribing(subscribers);
    }

    /// The page, and what programs read instead of it.
    ///
    /// @param publicUrl how people reach the server, without a slash at the end
    public static List<Face> faces(Board board, Subscribers subscribers, String publicUrl) {
        return List.of(StatusFile.json(board), StatusFile.feed(board, publicUrl), new StatusPage(board, subscribers));
    }

    /// The files of its pages.
    public static List<KeptFile> files() {
        return List.of(STYLE, SCRIPT);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean claims(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/") && !StatusFile.isFeed(path);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        if (request.path().equals(ROOT)) {
            return reads(request) ? page() : notRead();
        }
        return subscribing.answer(request).orElseGet(() -> message(404, "Not found", "There is no such page."));
    }

    static boolean reads(RawRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private RawAnswer page() {
        Scene scene = Scene.of(board.report(), subscribers.takesMail());
        return Html.answer(200, out -> JtepageGenerated.render(out, null, scene));
    }

    private static RawAnswer notRead() {
        return message(405, "This page is read", "Here is nothing that can be sent to.")
                .with("Allow", READING);
    }

    static RawAnswer message(int status, String title, String text) {
        return Html.answer(status, content(title, text));
    }

    private static HtmlContent content(String title, String text) {
        return out -> JtemessageGenerated.render(out, null, title, text);
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return switch (fault) {
            case Fault.Unavailable(var retryAfter) ->
                message(503, "Not now", "Something that this needs does not answer, or too much is asked. Try again.")
                        .with("Retry-After", RawAnswer.seconds(retryAfter));
            case Fault.Bug() -> message(500, "Something went wrong", "Request " + requestId + ".");
            case Fault.Malformed(),
                    Fault.VersionUnsupported(),
                    Fault.EncodingUnsupported(),
                    Fault.BodyTooLarge(),
                    Fault.BodyLate() -> message(400, "That is no request", "Open the page again.");
        };
    }
}
