package dev.offramp.bench.auth;

import dev.offramp.app.Platform;
import dev.offramp.bench.ScratchDatabase;
import dev.offramp.db.Database;
import dev.offramp.tenancy.Authentication;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// An installation with credentials, and who might come: those who know a secret, those who guess one, and those who
/// guess an id.
final class Callers implements AutoCloseable {

    private static final int CREDENTIALS = 100;
    private static final int CONNECTIONS = 4;
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SplittableRandom random = new SplittableRandom();
    private final ScratchDatabase scratch = ScratchDatabase.start();
    private final Database db = Database.open(scratch.address(), CONNECTIONS);
    private final Platform platform = ScratchDatabase.platform(db);
    private final Tenant tenant;
    private final List<IssuedCredential> credentials = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /// Same form, same lengths: nothing but what the server does with it makes a difference.
    record Caller(String appId, String secret) {}

    Callers() {
        NewIntegration.Created made =
                (NewIntegration.Created) platform.tenancy().createIntegration("callers");
        tenant = new Tenant(made.integration().id(), Environment.DEVELOPMENT);
        IssuedCredential form = made.credential();
        for (int i = 0; i < CREDENTIALS; i++) {
            credentials.add(platform.tenancy().issueCredential(tenant.integration(), CredentialLimits.NONE));
            unknown.add(like(form.appId()));
        }
    }

    Platform platform() {
        return platform;
    }

    Tenant tenant() {
        return tenant;
    }

    Authentication authenticate(Caller caller) {
        return platform.tenancy().authenticate(caller.appId, caller.secret);
    }

    Caller known() {
        IssuedCredential credential = credentials.getFirst();
        return new Caller(credential.appId(), credential.appSecret());
    }

    Caller wrongSecret() {
        IssuedCredential credential = credentials.get(random.nextInt(CREDENTIALS));
        return new Caller(credential.appId(), like(credential.appSecret()));
    }

    Caller unknownId() {
        return new Caller(
                unknown.get(random.nextInt(CREDENTIALS)),
                like(credentials.getFirst().appSecret()));
    }

    /// Other characters after the same prefix.
    private String like(String token) {
        StringBuilder other = new StringBuilder(token.substring(0, token.indexOf('_') + 1));
        while (other.length() < token.length()) {
            other.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return other.toString();
    }

    @Override
    public void close() {
        platform.webhooks().close();
        db.close();
        scratch.close();
    }
}
