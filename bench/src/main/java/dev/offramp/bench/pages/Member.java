package dev.offramp.bench.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody signed in, over HTTP.
final class Member implements AutoCloseable {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI site;

    Member(URI site) {
        this.site = site;
    }

    void signIn(String email, String password) {
        String hidden = HIDDEN.matcher(page("/sign-in"))
                .results()
                .map(field -> pair(field.group(1), field.group(2)))
                .collect(Collectors.joining("&"));
        String form = String.join("&", hidden, pair("email", email), pair("password", password));
        HttpResponse<String> answer = send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", site.toString())
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(form)),
                BodyHandlers.ofString());
        expect(303, answer);
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    String page(String path) {
        HttpResponse<String> answer = send(request(path).GET(), BodyHandlers.ofString());
        expect(200, answer);
        return answer.body();
    }

    /// The bytes, as they come.
    InputStream file(String path) {
        HttpResponse<InputStream> answer = send(request(path).GET(), BodyHandlers.ofInputStream());
        expect(200, answer);
        return answer.body();
    }

    /// How many bytes the files come to that a page names: styles, scripts, pictures.
    long withFiles(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length
                + Pattern.compile("(?:href|src)=\"(/[^\"]*\\.(?:css|js|svg|png|ico|woff2)[^\"]*)\"")
                        .matcher(page)
                        .results()
                        .map((MatchResult named) -> named.group(1))
                        .distinct()
                        .mapToLong(path -> send(request(path).GET(), BodyHandlers.ofByteArray())
                                .body()
                                .length)
                        .sum();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expect(int status, HttpResponse<?> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
