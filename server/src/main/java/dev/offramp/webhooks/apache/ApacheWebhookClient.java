package dev.offramp.webhooks.apache;

import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.WebhookClient;
import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/// The real [WebhookClient]. Each environment has a client of its own, since a connection that one of them may open
/// the other may not even reuse.
public final class ApacheWebhookClient implements WebhookClient, AutoCloseable {

    private final Map<Environment, CloseableHttpClient> clients = new EnumMap<>(Environment.class);
    private final ExecutorService lookups = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("webhook-names-", 1).factory());

    private ApacheWebhookClient(Set<Environment> loopbackAllowed, HostNames names, TlsSocketStrategy tls) {
        for (Environment environment : Environment.values()) {
            GuardedNames guarded = new GuardedNames(names, loopbackAllowed.contains(environment), lookups);
            clients.put(environment, Connections.client(guarded, tls));
        }
    }

    /// @param loopbackAllowed where receivers may be on this machine
    public static ApacheWebhookClient create(Set<Environment> loopbackAllowed) {
        return create(loopbackAllowed, HostNames.system());
    }

    public static ApacheWebhookClient create(Set<Environment> loopbackAllowed, HostNames names) {
        return create(loopbackAllowed, names, Connections.systemTrust());
    }

    static ApacheWebhookClient create(Set<Environment> loopbackAllowed, HostNames names, TlsSocketStrategy tls) {
        return new ApacheWebhookClient(loopbackAllowed, names, tls);
    }

    /// Runs in a thread of its own, so that the deadline holds wherever the exchange hangs: interrupting a virtual
    /// thread closes the socket it waits for.
    @Override
    public Answer send(Call call) {
        HttpPost request = request(call);
        FutureTask<Answer> exchange = new FutureTask<>(() -> exchange(call, request));
        Thread thread = Thread.ofVirtual().name("webhook-call").start(exchange);
        try {
            return exchange.get(call.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return cutOff(thread, request, Faults.timedOut(call.limit()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cutOff(thread, request, "cut off when the server stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException("calling a receiver failed", e.getCause());
        }
    }

    private static Answer cutOff(Thread thread, HttpPost request, String why) {
        request.cancel();
        thread.interrupt();
        return new Answer.Unanswered(why);
    }

    private static HttpPost request(Call call) {
        HttpPost request = new HttpPost(URI.create(call.url().toASCIIString()));
        call.headers().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
        request.setEntity(new ByteArrayEntity(call.body(), null));
        return request;
    }

    private Answer exchange(Call call, HttpPost request) {
        try {
            ClassicHttpResponse response = clients.get(call.environment()).executeOpen(null, request, null);
            return read(response, request);
        } catch (IOException e) {
            return new Answer.Unanswered(Faults.describe(e, call.limit()));
        }
    }

    private static Answer read(ClassicHttpResponse response, HttpPost request) throws IOException {
        Answers.Read read = Answers.read(response);
        if (!read.complete()) {
            request.cancel();
        }
        closeQuietly(response);
        return read.answer();
    }

    /// The answer has been read; what closing runs into is of no interest.
    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // A cancelled exchange says so.
        }
    }

    @Override
    public void close() {
        clients.values().forEach(client -> client.close(CloseMode.IMMEDIATE));
        lookups.shutdownNow();
    }
}
