package dev.offramp.webhooks;

import dev.offramp.secrets.ClearColumn;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/// What was sent and what was answered, as it lies in the rows of a record: sealed under the server key. Events carry
/// account numbers, and some receivers echo what they were sent.
final class Bodies {

    private final ServerKey key;

    Bodies(ServerKey key) {
        this.key = key;
    }

    /// As hexadecimal text, which the statement decodes: the driver takes no list of bytes.
    String seal(RecordId record, byte[] body) {
        return HexFormat.of().formatHex(key.sealRow(Purpose.WEBHOOK_BODY, record.toString(), body));
    }

    String seal(RecordId record, String answer) {
        return seal(record, answer.getBytes(StandardCharsets.UTF_8));
    }

    byte[] body(ResultSet row, RecordId record) throws SQLException {
        return key.openRow(Purpose.WEBHOOK_BODY, record.toString(), row.getBytes("sealed_body"));
    }

    String answer(ResultSet row, RecordId record) throws SQLException {
        byte[] answer = key.openRow(Purpose.WEBHOOK_BODY, record.toString(), row.getBytes("sealed_response"));
        return new String(answer, StandardCharsets.UTF_8);
    }

    /// Where an earlier version kept them in the clear.
    static List<ClearColumn> inTheClear() {
        return List.of(
                new ClearColumn(Purpose.WEBHOOK_BODY, "webhook_record", "id", "body", "sealed_body", List.of("body")),
                new ClearColumn(
                        Purpose.WEBHOOK_BODY,
                        "webhook_attempt",
                        "record",
                        "convert_to(response_body, 'UTF8')",
                        "sealed_response",
                        List.of("response_body")));
    }
}
