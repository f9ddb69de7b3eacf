package dev.offramp.chains.evm;

import dev.offramp.db.Trouble;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/// Posts JSON to one node and reads the answer as a stream, within the limits. Whatever goes wrong is [Trouble].
final class NodeHttp {

    /// A stream that refuses to be longer than agreed.
    static final class BoundedStream extends FilterInputStream {

        /// More bytes than the bound.
        static final class TooLong extends IOException {

            private static final long serialVersionUID = 1L;

            TooLong() {
                super("too long an answer");
            }
        }

        private long left;

        BoundedStream(InputStream in, long bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int read) throws TooLong {
            left -= read;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }

    /// What one answer of a node may take.
    ///
    /// @param connect until it accepts the connection
    /// @param answer until its first byte, and again until its last
    /// @param bytes an answer's size; generous, because it is read as a stream and only the little we need is kept
    record Limits(Duration connect, Duration answer, long bytes) {

        static final Limits STANDARD = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 256L << 20);
    }

    /// What came back over HTTP.
    sealed interface Reply<T> {

        /// A body that could be read, whatever the status: some nodes send their errors with one above 399.
        record Body<T>(T content) implements Reply<T> {}

        /// A status above 299 with a body that is none of ours.
        record Status<T>(int code) implements Reply<T> {}
    }

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int HTTP_ERRORS_FROM = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PATIENCE_MAX_SECONDS = 300;

    private final NodeAddress address;
    private final HttpClient client;
    private final Limits limits;

    NodeHttp(NodeAddress address, HttpClient client, Limits limits) {
        this.address = address;
        this.client = client;
        this.limits = limits;
    }

    /// @param reading takes the body off the stream; may throw a [JacksonException] or [IllegalArgumentException]
    <T> Reply<T> post(byte[] body, Function<InputStream, T> reading) {
        HttpResponse<InputStream> response = send(request(body));
        CompletableFuture<Void> finished = new CompletableFuture<>();
        try (InputStream stream = new BoundedStream(response.body(), limits.bytes())) {
            finished.orTimeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((done, late) -> closeIf(late != null, stream));
            return read(response, stream, reading);
        } catch (JacksonIOException e) {
            throw broken(e.getCause());
        } catch (IOException e) {
            throw broken(e);
        } finally {
            finished.complete(null);
        }
    }

    private <T> Reply<T> read(HttpResponse<?> response, InputStream stream, Function<InputStream, T> reading) {
        if (response.statusCode() == TOO_MANY_REQUESTS) {
            throw address.trouble("asks for fewer requests (HTTP 429)", patience(response));
        }
        try {
            return new Reply.Body<>(reading.apply(stream));
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException | IllegalArgumentException e) {
            if (response.statusCode() >= HTTP_ERRORS_FROM) {
                return new Reply.Status<>(response.statusCode());
            }
            String why = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw address.trouble("sent a malformed answer: " + why);
        }
    }

    private static Duration patience(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), PATIENCE_MAX_SECONDS)))
                .orElse(PATIENCE);
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.target())
                .timeout(limits.answer())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        address.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    /// A kept connection may have been closed by the node meanwhile; every request is a question, so it is safe to
    /// ask once more.
    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            try {
                return client.send(request, BodyHandlers.ofInputStream());
            } catch (HttpTimeoutException | ConnectException e) {
                throw e;
            } catch (IOException e) {
                return client.send(request, BodyHandlers.ofInputStream());
            }
        } catch (HttpTimeoutException e) {
            throw address.trouble("did not answer in time");
        } catch (IOException e) {
            throw address.trouble("cannot be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw address.trouble("was not waited for: interrupted");
        }
    }

    private Trouble broken(Throwable cause) {
        return cause instanceof BoundedStream.TooLong
                ? address.trouble("sent an answer of more than " + limits.bytes() + " bytes")
                : address.trouble("broke off in its answer");
    }

    private static void closeIf(boolean isLate, InputStream stream) {
        try {
            if (isLate) {
                stream.close();
            }
        } catch (IOException e) {
            // The reader notices the end of its stream and says so.
        }
    }
}
