package dev.offramp.webhooks.apache;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/// Says in plain words why a receiver did not answer, for its owner to read in the delivery log.
final class Faults {

    private Faults() {}

    static String describe(Throwable fault, Duration limit) {
        return switch (fault) {
            case GuardedNames.Refused refused -> refused.getMessage();
            case UnknownHostException _ -> "host does not resolve";
            case ConnectTimeoutException _ -> "no connection within " + Connections.CONNECT.toSeconds() + " s";
            case SocketTimeoutException _ -> timedOut(limit);
            case NoRouteToHostException _ -> "no route to host";
            case ConnectException connect -> connect(connect);
            case SSLPeerUnverifiedException _ -> "certificate is for another host";
            case SSLHandshakeException handshake -> handshake(handshake);
            case SSLException _ -> "TLS handshake failed";
            case NoHttpResponseException _, ConnectionClosedException _, TruncatedChunkException _ ->
                "connection closed without a whole answer";
            case SocketException _ -> "connection reset";
            case HttpException _, MessageConstraintException _, MalformedChunkCodingException _ -> "answer is not HTTP";
            default -> nested(fault, limit);
        };
    }

    static String timedOut(Duration limit) {
        return limit.toMillisPart() == 0
                ? "timed out after " + limit.toSeconds() + " s"
                : "timed out after " + limit.toMillis() + " ms";
    }

    private static String connect(ConnectException fault) {
        return String.valueOf(fault.getMessage()).contains("refused") ? "connection refused" : "host is not reachable";
    }

    private static String handshake(SSLHandshakeException handshake) {
        boolean untrusted = false;
        boolean certificate = false;
        for (Throwable cause = handshake; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "certificate has expired";
            }
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                untrusted = true;
            }
            certificate |= cause instanceof CertificateException;
        }
        if (untrusted) {
            return "certificate not trusted";
        }
        // The JDK judges the name after the chain, with a bare CertificateException.
        return certificate ? "certificate is for another host" : "TLS handshake failed";
    }

    /// The client wraps what it cannot read as HTTP.
    private static String nested(Throwable fault, Duration limit) {
        Throwable cause = fault.getCause();
        return cause == null || cause == fault ? "connection failed" : describe(cause, limit);
    }
}
