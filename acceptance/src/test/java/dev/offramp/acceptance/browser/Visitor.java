package dev.offramp.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a browser sends, without one: cookies, forms with their hidden fields, the headers that say where a request
/// comes from. What an attacker would change can be changed.
public final class Visitor {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new TreeMap<>();

    public Visitor(URI site) {
        this(site, site.getScheme() + "://" + site.getAuthority());
    }

    private Visitor(URI site, String origin) {
        this.site = site;
        headers.put("Origin", origin);
        headers.put("Sec-Fetch-Site", "same-origin");
        headers.put("Sec-Fetch-Mode", "navigate");
        headers.put("Sec-Fetch-Dest", "document");
    }

    /// @param headers names in lower case, except cookies
    /// @param setCookies as they were sent
    public record Reply(int status, Map<String, String> headers, List<String> setCookies, String body) {

        /// Where it sends one to; empty when nowhere.
        public String location() {
            return headers.getOrDefault("location", "");
        }
    }

    /// Somebody at another place, through a proxy that the site trusts and that speaks TLS with them.
    public static Visitor from(String address, URI site) {
        return new Visitor(site, "https://" + site.getAuthority())
                .with("X-Forwarded-For", address)
                .with("X-Forwarded-Proto", "https");
    }

    /// Sends another value of this header from now on, none when it is empty.
    public Visitor with(String header, String value) {
        if (value.isEmpty()) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /// Posts these fields and nothing else.
    public Reply post(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /// Opens a page, fills its form that goes to `action` and sends it, with its hidden fields.
    public Reply submit(String page, String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(hidden(get(page), action));
        all.putAll(fields);
        return post(action, all);
    }

    /// The hidden fields of the form of a page that goes to `action`.
    public static Map<String, String> hidden(Reply page, String action) {
        return WebForm.all(page.body()).stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .map(form -> form.fields().stream()
                        .filter(WebForm.WebField::isHidden)
                        .collect(Collectors.toMap(WebForm.WebField::name, WebForm.WebField::value)))
                .orElseThrow(() -> new AssertionError("no form to " + action + " (status " + page.status() + ")"));
    }

    static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            attributes.put(matcher.group(1), unescaped(matcher.group(2)));
        }
        return attributes;
    }

    /// Text as it was before it was put into a page.
    public static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Map<String, String> answered = new TreeMap<>();
            response.headers().map().forEach((name, values) -> answered.put(name, String.join(", ", values)));
            List<String> setCookies = response.headers().allValues("Set-Cookie");
            setCookies.forEach(this::keep);
            answered.remove("set-cookie");
            return new Reply(response.statusCode(), answered, setCookies, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || cookie.toLowerCase().contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
