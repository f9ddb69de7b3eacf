package dev.offramp.app;

import dev.offramp.http.Http;
import dev.offramp.http.HttpSettings;
import dev.offramp.http.RequestLog;

/// The API of a platform that production is open at, to be asked without a socket.
public final class TestApi {

    private TestApi() {}

    public static Http of(Platform platform) {
        return Http.create(
                new HttpSettings(true, true),
                new Http.Callers(platform.tenancy()::authenticate, platform.tenancy()::countRequest, RequestLog.NONE),
                Server.endpoints(platform),
                platform.repetitions(),
                platform.clock());
    }
}
