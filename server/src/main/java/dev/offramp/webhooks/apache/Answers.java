package dev.offramp.webhooks.apache;

import dev.offramp.webhooks.WebhookClient;
import dev.offramp.webhooks.WebhookClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/// Reads answers, but never more of them than is worth it.
final class Answers {

    /// A body up to this length is read to its end, so that its connection can be used again.
    private static final int READ_MAX = 64 * 1024;

    private Answers() {}

    /// @param complete whether the body was read to its end
    record Read(Answer answer, boolean complete) {}

    static Read read(ClassicHttpResponse response) throws IOException {
        byte[] start = new byte[0];
        boolean complete = true;
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            InputStream body = entity.getContent();
            start = body.readNBytes(WebhookClient.ANSWER_BYTES);
            complete = start.length < WebhookClient.ANSWER_BYTES || drained(body);
        }
        return new Read(new Answer.Responded(response.getCode(), text(start), retryAfter(response)), complete);
    }

    private static boolean drained(InputStream body) throws IOException {
        byte[] buffer = new byte[WebhookClient.ANSWER_BYTES];
        for (int total = 0; total < READ_MAX; ) {
            int read = body.read(buffer);
            if (read < 0) {
                return true;
            }
            total += read;
        }
        return false;
    }

    /// As text that fits where it is kept: no zero characters, and cut again, since a byte that is no UTF-8 becomes
    /// a replacement character of three.
    private static String text(byte[] bytes) {
        String decoded = new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        byte[] again = decoded.getBytes(StandardCharsets.UTF_8);
        if (again.length <= WebhookClient.ANSWER_BYTES) {
            return decoded;
        }
        int end = WebhookClient.ANSWER_BYTES;
        while (isContinuation(again[end])) {
            end--;
        }
        return new String(again, 0, end, StandardCharsets.UTF_8);
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    private static Optional<String> retryAfter(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue);
    }
}
