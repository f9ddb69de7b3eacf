package dev.offramp.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a database's URL in either of the two forms people have at hand: `postgresql://user:password@host:5432/name`
/// with what libpq and hosting services hand out, or `jdbc:postgresql://host/name?user=…&password=…`. Several hosts,
/// parted by commas, are the driver's fail-over. User and password leave the URL, so that it may be shown.
public final class DatabaseUrl {

    private static final Pattern FORM = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/]+)"
            + "(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?@]+)/(?<database>[^/?]+)(?:\\?(?<parameters>.*))?");

    private static final String WANTED = "a database URL looks like postgresql://user:password@host:5432/database";

    private DatabaseUrl() {}

    /// @throws IllegalArgumentException when it is no such URL; the message does not repeat it
    public static DatabaseAddress parse(String url) {
        Matcher parts = FORM.matcher(url.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(WANTED);
        }
        Optional<String> user = Optional.ofNullable(parts.group("user")).map(DatabaseUrl::decoded);
        Optional<String> password = Optional.ofNullable(parts.group("password")).map(DatabaseUrl::decoded);
        List<String> others = new ArrayList<>();
        String parameters = Optional.ofNullable(parts.group("parameters")).orElse("");
        for (String parameter : parameters.split("&")) {
            if (parameter.startsWith("user=")) {
                user = Optional.of(decoded(valueOf(parameter)));
            } else if (parameter.startsWith("password=")) {
                password = Optional.of(decoded(valueOf(parameter)));
            } else if (!parameter.isEmpty()) {
                others.add(parameter);
            }
        }
        String query = others.isEmpty() ? "" : "?" + String.join("&", others);
        String jdbcUrl = "jdbc:postgresql://" + parts.group("hosts") + "/" + parts.group("database") + query;
        return new DatabaseAddress(jdbcUrl, user, password);
    }

    private static String valueOf(String parameter) {
        return parameter.substring(parameter.indexOf('=') + 1);
    }

    /// Percent signs only: a plus in a password is a plus.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
