package dev.offramp.http;

import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.Tenant;
import dev.offramp.web.Content;
import dev.offramp.web.Peer;
import dev.offramp.web.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// An integrator's client. Bodies may be written with single quotes.
record ApiClient(Api api, Tenant tenant, IssuedCredential credential) {

    ApiClient inProduction() {
        return new ApiClient(api, new Tenant(tenant.integration(), Environment.PRODUCTION), credential);
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply send(String method, String path, String body) {
        return send(method, path, body, headers());
    }

    /// A `POST` with an idempotency key.
    Reply post(String key, String path, String body) {
        return send(key, "POST", path, body);
    }

    Reply send(String key, String method, String path, String body) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("Idempotency-Key", key);
        return send(method, path, body, headers);
    }

    private Map<String, String> headers() {
        return Map.of(
                "x-app-id", credential.appId(),
                "x-app-secret", credential.appSecret(),
                "x-breet-env", tenant.environment().code());
    }

    Reply send(String method, String path, String body, Map<String, String> headers) {
        String[] parts = path.split("\\?", 2);
        return api.answer(new RawRequest(
                "r1",
                method,
                "/v1" + parts[0],
                parts.length > 1 ? parts[1] : "",
                Callers.lookUp(headers),
                new Peer(Callers.LOOPBACK, true),
                new Content.Whole(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))));
    }

    /// The new address of an asset and label.
    Reply generate(String asset, String label) {
        return post("/trades/sell/assets/" + api.asset(asset).id() + "/generate-address", "{'label': '" + label + "'}");
    }

    /// The new address of an asset and label, with its deposits paid on to an account at OPay.
    Reply generateSettled(String asset, String label) {
        return post("/trades/sell/assets/" + api.asset(asset).id() + "/generate-address", """
                {'label': '%s', 'bankId': '25', 'accountNumber': '0123456789', 'autoSettlement': true}
                """.formatted(label));
    }

    Reply mock(String address, String asset, String usd, String coins, String name) {
        return post("/trades/sell/mock-trade", """
                {'walletAddress': '%s', 'asset': '%s', 'amountInUSD': %s, 'cryptoReceived': %s,
                 'reference': 'ref-%s', 'txHash': 'tx-%s'}
                """.formatted(address, asset, usd, coins, name, name));
    }
}
