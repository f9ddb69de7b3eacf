package dev.offramp.chains.evm;

import dev.offramp.assets.Network;
import dev.offramp.db.Trouble;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where a node is, and how it is spoken of: by network, host and port. The rest of its URL is often a secret and
/// appears nowhere, not even where the node's own words repeat it.
final class NodeAddress {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int SECRET_LENGTH_MIN = 6;
    private static final int MESSAGE_MAX = 200;

    private final Network network;
    private final URI url;
    private final List<String> secrets;

    NodeAddress(Network network, URI url) {
        this.network = network;
        this.url = url;
        this.secrets = secrets(url);
    }

    private static List<String> secrets(URI url) {
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {url.getRawUserInfo(), url.getRawQuery(), url.getRawPath()}) {
            if (part != null) {
                parts.addAll(List.of(part.split("[/:&=]")));
            }
        }
        parts.removeIf(part -> part.length() < SECRET_LENGTH_MIN);
        return parts;
    }

    /// The URL without what stands before its host, which goes into a header instead.
    URI target() {
        String user = url.getRawUserInfo();
        return user == null ? url : URI.create(url.toString().replace(user + "@", ""));
    }

    /// The `Authorization` header, where the URL names a user.
    Optional<String> authorization() {
        return Optional.ofNullable(url.getUserInfo())
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    Trouble trouble(String what) {
        return trouble(what, SOON);
    }

    Trouble trouble(String what, Duration retryAfter) {
        return new Trouble(this + " " + clean(what), retryAfter);
    }

    private String clean(String words) {
        String clean = words.replaceAll("\\p{Cntrl}+", " ");
        for (String secret : secrets) {
            clean = clean.replace(secret, "...");
        }
        return clean.length() <= MESSAGE_MAX ? clean : clean.substring(0, MESSAGE_MAX) + "...";
    }

    @Override
    public String toString() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return network.code() + " node " + url.getHost() + port;
    }
}
