package dev.offramp.webhooks.apache;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Builds clients that do one exchange and nothing on their own: no redirects, repeats, cookies, logins,
/// decompression or protocol upgrades.
final class Connections {

    /// Leaves time for a host's other addresses within an attempt.
    static final Timeout CONNECT = Timeout.ofSeconds(5);

    /// Longer than an attempt may take; the real limit is kept by whoever waits for the exchange.
    private static final Timeout READ = Timeout.ofSeconds(30);

    /// Shorter than common servers keep an idle connection, so that hardly any is closed under a request.
    private static final TimeValue IDLE = TimeValue.ofSeconds(3);

    /// A connection that rested longer is looked at before it is used: the receiver may have been restarted.
    private static final TimeValue CHECK_AFTER = TimeValue.ofMilliseconds(100);

    /// After that a name is looked up and judged again however busy the connection is.
    private static final TimeValue REUSE_MAX = TimeValue.ofSeconds(60);

    /// Out of reach: how many attempts run is decided by those who start them, and many endpoints may share a host.
    private static final int UNLIMITED = 100_000;

    /// What the system takes in before we have read it. Without a bound an endless answer costs megabytes at once.
    private static final int RECEIVED_AHEAD = 32 * 1024;

    private static final int HEADERS_MAX = 100;
    private static final int LINE_MAX = 8192;

    private Connections() {}

    static TlsSocketStrategy systemTrust() {
        return DefaultClientTlsStrategy.createDefault();
    }

    static CloseableHttpClient client(DnsResolver names, TlsSocketStrategy tls) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(names, tls))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(READ)
                        .build())
                .setKeepAliveStrategy((response, context) -> {
                    TimeValue offered =
                            DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
                    return TimeValue.isPositive(offered) ? offered.min(IDLE) : IDLE;
                })
                .disableDefaultUserAgent()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .build();
    }

    private static HttpClientConnectionManager connections(DnsResolver names, TlsSocketStrategy tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(tls)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(HEADERS_MAX)
                                .setMaxLineLength(LINE_MAX)
                                .build())
                        .build())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(UNLIMITED)
                .setMaxConnPerRoute(UNLIMITED)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setRcvBufSize(RECEIVED_AHEAD).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(READ)
                        .setTimeToLive(REUSE_MAX)
                        .setValidateAfterInactivity(CHECK_AFTER)
                        .build())
                .build();
    }
}
