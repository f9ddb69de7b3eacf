package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.tenancy.IssuedCredential;
import java.time.Instant;
import java.util.Optional;

/// The one answer with a secret in it.
///
/// @param export lines for a shell, after which the examples work
/// @param oldUntil until when the secret before works too
public record Issued(String appId, String secret, String export, Optional<Instant> oldUntil) {

    static Answer shown(Visit visit, IssuedCredential issued, Uses uses, Optional<Instant> oldUntil) {
        Issued view = new Issued(
                issued.appId(), issued.appSecret(), "export OFFRAMP_APP_SECRET='" + issued.appSecret() + "'", oldUntil);
        String api = uses.settings().publicUrl() + "/v1";
        return Answer.page(
                "The secret of your credential", out -> JteissuedGenerated.render(out, null, visit.here(), view, api));
    }

    @Override
    public String toString() {
        return "Issued[" + appId + "]";
    }
}
