package dev.offramp.status;

import dev.offramp.health.Board;
import dev.offramp.look.Html;
import dev.offramp.look.PlainLine;
import dev.offramp.web.Body;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.Json;
import java.util.Map;
import java.util.function.Supplier;

/// The face of one path that programs read: how everything stands, as JSON or as a feed. What is wrong is said in a
/// form that they can read too, never as a page.
final class StatusFile implements Face {

    private static final String JSON_PATH = StatusPage.ROOT + ".json";
    private static final String FEED_PATH = StatusPage.ROOT + "/feed.xml";
    private static final String JSON = "application/json";
    private static final String RSS = "application/rss+xml; charset=utf-8";

    private final String path;
    private final String type;
    private final Supplier<byte[]> content;
    private final PlainLine.Dress dress;

    private StatusFile(String path, String type, Supplier<byte[]> content, PlainLine.Dress dress) {
        this.path = path;
        this.type = type;
        this.content = content;
        this.dress = dress;
    }

    /// What an answer of JSON is when it is none of [StatusJson].
    record ErrorJson(String error) {}

    static StatusFile json(Board board) {
        return new StatusFile(JSON_PATH, JSON, () -> StatusJson.bytes(board.report()), StatusFile::error);
    }

    static StatusFile feed(Board board, String publicUrl) {
        Feed feed = new Feed(publicUrl + StatusPage.ROOT);
        return new StatusFile(FEED_PATH, RSS, () -> feed.bytes(board.report()), PlainLine::answer);
    }

    private static RawAnswer error(int status, String line) {
        return answer(status, JSON, Json.bytes(new ErrorJson(line)));
    }

    private static RawAnswer answer(int status, String type, byte[] bytes) {
        return Html.safe(status, Map.of("Content-Type", type), new Body.Whole(bytes));
    }

    /// Whether the feed is there, or what is looked for below it.
    static boolean isFeed(String path) {
        return isAt(FEED_PATH, path);
    }

    private static boolean isAt(String place, String path) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /// Counted with the page.
    @Override
    public String name() {
        return StatusPage.NAME;
    }

    @Override
    public boolean claims(String path) {
        return isAt(this.path, path);
    }

    @Override
    public RawAnswer answer(RawRequest request) {
        if (!request.path().equals(path)) {
            return dress.of(404, "not found");
        }
        return StatusPage.reads(request)
                ? answer(200, type, content.get())
                : dress.of(405, "method not allowed").with("Allow", StatusPage.READING);
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        return PlainLine.refuse(fault, requestId, dress);
    }
}
