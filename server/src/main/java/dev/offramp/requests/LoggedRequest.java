package dev.offramp.requests;

import dev.offramp.db.ObjectId;
import dev.offramp.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One request and how it was answered.
///
/// @param id as in `X-Request-Id`
/// @param appId the credential's
/// @param method as sent
/// @param route the method it was routed by and the path with its variable segments in braces, below `/v1`:
///     `GET /trades/{id}`
/// @param path as sent, without the query
/// @param took from when it had come in as a whole until its answer was made
/// @param at when it had come in
/// @param caller its address
/// @param refusal the refusal's message, without what was filled into it
/// @param fields the names of the fields that were refused
public record LoggedRequest(
        ObjectId id,
        Tenant tenant,
        String appId,
        String method,
        String route,
        String path,
        int status,
        Duration took,
        Instant at,
        String caller,
        Optional<String> refusal,
        List<String> fields) {

    private static final int PATH_MAX = 300;
    private static final int FIELDS_MAX = 20;
    private static final int FIELD_MAX = 64;

    public LoggedRequest {
        path = cleaned(path, PATH_MAX);
        fields = fields.stream()
                .limit(FIELDS_MAX)
                .map(name -> cleaned(name, FIELD_MAX))
                .toList();
    }

    /// Field names come from whoever sent them, and nothing that the database would not take may hold up the others.
    private static String cleaned(String text, int most) {
        boolean isClean = text.length() <= most && text.chars().allMatch(c -> c >= ' ' && c <= '~');
        return isClean ? text : shortened(text, most);
    }

    private static String shortened(String text, int most) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(most)
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
