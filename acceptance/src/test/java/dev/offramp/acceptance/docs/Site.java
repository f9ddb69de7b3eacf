package dev.offramp.acceptance.docs;

import dev.offramp.acceptance.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pages of a running program, as text.
final class Site {

    private static final Pattern LISTED = Pattern.compile("<loc>https?://[^/]+(/[^<]+)</loc>");
    private static final Pattern FENCE = Pattern.compile("(?m)^```(.*)\n((?:.*\n)*?)```$");

    private static final int TRIES = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    private Site(URI url) {
        this.url = url;
    }

    /// A block of code on a page.
    ///
    /// @param info the words behind the fence: the language first
    record Block(String page, List<String> info, String code) {

        String language() {
            return info.getFirst();
        }

        boolean isRun() {
            return info.contains("run");
        }

        @Override
        public String toString() {
            return page + " " + info;
        }
    }

    /// Pages and search are made when they are first asked for, which a machine under load may take too long for: asked
    /// again until they are.
    static Site of(Program program) {
        Site site = new Site(URI.create(program.baseUrl()).resolve("/"));
        site.get("/sitemap.xml");
        site.get("/docs/search?q=first");
        return site;
    }

    URI url() {
        return url;
    }

    /// Paths of all pages.
    List<String> pages() {
        return LISTED.matcher(get("/sitemap.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        Matcher fences = FENCE.matcher(get(page + ".md"));
        while (fences.find()) {
            blocks.add(new Block(page, List.of(fences.group(1).strip().split(" ")), fences.group(2)));
        }
        return blocks;
    }

    List<Block> blocks() {
        return pages().stream().flatMap(page -> blocks(page).stream()).toList();
    }

    String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            for (int more = 0; answer.statusCode() == 503 && more < TRIES; more++) {
                Thread.sleep(Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElseThrow()));
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
