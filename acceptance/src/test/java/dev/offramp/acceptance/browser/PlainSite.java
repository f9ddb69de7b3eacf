package dev.offramp.acceptance.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A few pages under a policy as strict as the dashboard's, to try the tools on.
final class PlainSite implements AutoCloseable {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "csv", "text/csv");

    private final HttpServer server;
    private final Map<String, String> files = new ConcurrentHashMap<>();

    PlainSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = files.getOrDefault(path, "Nothing here.").getBytes();
            String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            if (type.equals("text/csv")) {
                exchange.getResponseHeaders().set("Content-Disposition", "attachment");
            }
            exchange.sendResponseHeaders(files.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    PlainSite with(String path, String file) {
        files.put(path, file);
        return this;
    }

    /// A page with this in its main part.
    PlainSite page(String path, String main) {
        return with(path, """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Try</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/try.css"></head>
                <body><main><h1>Try</h1>%s</main><script src="/try.js"></script></body></html>
                """.formatted(main));
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
