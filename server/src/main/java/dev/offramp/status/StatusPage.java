package dev.offramp.status;

import dev.offramp.bulletins.Subscribers;
import dev.offramp.health.Board;
import dev.offramp.look.Html;
import dev.offramp.look.KeptFile;
import dev.offramp.web.Body;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The face that says how everything stands.
public final class StatusPage implements Face {

    static final KeptFile STYLE = new KeptFile("status", KeptFile.Kind.STYLE, "/status/status.css");
    static final KeptFile SCRIPT = new KeptFile("status", KeptFile.Kind.SCRIPT, "/status/status.js");

    static final String ROOT = "/status";
    private static final String JSON = ROOT + ".json";
    private static final String FEED = ROOT + "/feed.xml";
    private static final Set<String> READ = Set.of("GET", "HEAD");

    private final Board board;
    private final Subscribers subscribers;
    private final Subscribing subscribing;
    private final Feed feed;

    private StatusPage(Board board, Subscribers subscribers, String publicUrl) {
        this.board = board;
        this.subscribers = subscribers;
        this.subscribing = new Subscribing(subscribers);
        this.feed = new Feed(publicUrl + ROOT);
    }

    /// @param publicUrl how people reach the server, without a slash at the end
    public static StatusPage create(Board board, Subscribers subscribers, String publicUrl) {
        return new StatusPage(board, subscribers, publicUrl);
    }

    /// The files of its pages.
    public static List<KeptFile> files() {
        return List.of(STYLE, SCRIPT);
    }

    @Override
    public boolean claims(String path) {
        return path.equals(ROOT) || path.equals(JSON) || path.startsWith(ROOT + "/");
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        return switch (request.path()) {
            case ROOT -> reads(request) ? page() : notRead();
            case JSON -> reads(request) ? text("application/json", StatusJson.bytes(board.report())) : notRead();
            case FEED ->
                reads(request) ? text("application/rss+xml; charset=utf-8", feed.bytes(board.report())) : notRead();
            default -> subscribing.answer(request).orElseGet(() -> message(404, "Not found", "There is no such page."));
        };
    }

    private static boolean reads(RawRequest request) {
        return READ.contains(request.method());
    }

    private RawAnswer page() {
        Scene scene = Scene.of(board.report(), subscribers.takesMail());
        return Html.answer(200, out -> JtepageGenerated.render(out, null, scene));
    }

    private static RawAnswer text(String type, byte[] bytes) {
        return Html.safe(200, Map.of("Content-Type", type), new Body.Whole(bytes));
    }

    private static RawAnswer notRead() {
        return message(405, "This page is read", "Here is nothing that can be sent to.")
                .with("Allow", "GET, HEAD");
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
