// Generated from openapi.json by GeneratedTest; changes here are lost.
package dev.offramp.client.api;

import java.util.Optional;

/**
 * What `replayWebhooks` takes.
 *
 * @param startDate ISO 8601: a time with its zone, or a date, which is its start in UTC.
 * @param endDate ISO 8601: a time with its zone, or a date, which is its start in UTC.
 * @param status In any case.
 */
public record ReplayWebhooksBody(
        String startDate,
        Optional<String> endDate,
        Optional<String> status,
        Optional<String> after) {

    /** With what must be there. */
    public static ReplayWebhooksBody of(String startDate) {
        return new ReplayWebhooksBody(startDate, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ReplayWebhooksBody withEndDate(String endDate) {
        return new ReplayWebhooksBody(startDate, Optional.of(endDate), status, after);
    }

    public ReplayWebhooksBody withStatus(String status) {
        return new ReplayWebhooksBody(startDate, endDate, Optional.of(status), after);
    }

    public ReplayWebhooksBody withAfter(String after) {
        return new ReplayWebhooksBody(startDate, endDate, status, Optional.of(after));
    }
}
