package dev.offramp.webhooks;

import dev.offramp.db.Transaction;
import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes, seals and reads webhook secrets.
final class Secrets {

    private final ServerKey key;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final SecretStore store = new SecretStore();

    Secrets(ServerKey key, InstantSource clock, RandomGenerator random) {
        this.key = key;
        this.clock = clock;
        this.random = random;
    }

    /// The tenant's secrets; makes the first one when there is none.
    Valid ensure(Transaction tx, Tenant tenant) {
        return ensure(tx, Set.of(tenant)).get(tenant);
    }

    /// [#ensure] for many.
    Map<Tenant, Valid> ensure(Transaction tx, Set<Tenant> tenants) {
        Map<Tenant, Valid> valid = read(tx, tenants);
        Set<Tenant> missing = new HashSet<>(tenants);
        missing.removeAll(valid.keySet());
        if (!missing.isEmpty()) {
            missing.stream().map(Tenant::integration).distinct().forEach(integration -> make(tx, integration));
            valid.putAll(read(tx, missing));
        }
        return valid;
    }

    private void make(Transaction tx, IntegrationId integration) {
        store.insertFirst(tx, integration, sealed(WebhookSecret.make(random)), clock.instant());
    }

    SecretStanding standing(Transaction tx, Tenant tenant) {
        ensure(tx, tenant);
        String scope = store.scope(tx, tenant);
        List<SecretStore.Dated> newestFirst = store.standing(tx, tenant.integration(), scope, clock.instant());
        SecretStore.Dated current = newestFirst.getFirst();
        return new SecretStanding(
                open(current.secret()),
                current.madeAt(),
                newestFirst.stream()
                        .skip(1)
                        .findFirst()
                        .map(old -> new SecretStanding.Old(
                                open(old.secret()), old.validUntil().orElseThrow())),
                !scope.equals(SecretStore.BOTH));
    }

    /// A new secret, beside which the current one is valid for `overlap`; at most these two are.
    WebhookSecret rotate(Transaction tx, Tenant tenant, Duration overlap) {
        ensure(tx, tenant);
        WebhookSecret secret = WebhookSecret.make(random);
        Instant now = clock.instant();
        store.replace(tx, tenant.integration(), store.scope(tx, tenant), sealed(secret), now, now.plus(overlap));
        return secret;
    }

    /// [#rotate] for one environment alone, which shares its secrets no longer.
    WebhookSecret rotateOwn(Transaction tx, Tenant tenant, Duration overlap) {
        ensure(tx, tenant);
        store.separate(tx, tenant);
        return rotate(tx, tenant, overlap);
    }

    /// Ends the overlap.
    ///
    /// @return whether there was one
    boolean endOverlap(Transaction tx, Tenant tenant) {
        return store.endOld(tx, tenant.integration(), store.scope(tx, tenant), clock.instant());
    }

    private byte[] sealed(WebhookSecret secret) {
        return key.seal(Purpose.WEBHOOK_SECRET, secret.value().getBytes(StandardCharsets.US_ASCII), random);
    }

    private Map<Tenant, Valid> read(Transaction tx, Set<Tenant> tenants) {
        Map<Tenant, List<WebhookSecret>> found = new HashMap<>();
        for (SecretStore.Sealed sealed : store.valid(tx, tenants, clock.instant())) {
            found.computeIfAbsent(sealed.tenant(), _ -> new ArrayList<>()).add(open(sealed.secret()));
        }
        Map<Tenant, Valid> valid = new HashMap<>();
        found.forEach((tenant, secrets) -> valid.put(tenant, new Valid(secrets)));
        return valid;
    }

    private WebhookSecret open(byte[] sealed) {
        return new WebhookSecret(new String(key.open(Purpose.WEBHOOK_SECRET, sealed), StandardCharsets.US_ASCII));
    }

    /// A tenant's valid secrets, oldest first; more than one while one replaces another.
    record Valid(List<WebhookSecret> oldestFirst) {

        Valid {
            oldestFirst = List.copyOf(oldestFirst);
            if (oldestFirst.isEmpty()) {
                throw new IllegalArgumentException("a tenant has a secret before it has an endpoint");
            }
        }

        /// The one that receivers compare: the old one for as long as it is valid.
        WebhookSecret presented() {
            return oldestFirst.getFirst();
        }
    }
}
