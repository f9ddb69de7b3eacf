package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.Authentication.Authenticated;
import dev.offramp.tenancy.Authentication.InvalidCredentials;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Who is let in, and how one secret takes the place of another (decisions 3 and 4).
class CredentialsTest {

    private static final Authentication REFUSED = new InvalidCredentials();

    private static final TenancyFixture FIXTURE = new TenancyFixture();

    private final Tenancy tenancy = FIXTURE.tenancy;
    private final Tenant tenant = FIXTURE.tenant();
    private final IssuedCredential credential = tenancy.issueCredential(tenant.integration(), CredentialLimits.NONE);

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void knowsWhoSendsAnAppIdAndItsSecret() {
        assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                .isEqualTo(new Authenticated(integration(), credential.id(), CredentialLimits.NONE));
    }

    @Test
    void refusesEveryInvalidCredentialAlikeAndForTheSameWork() {
        IssuedCredential expired = issue(limitsUntil(FIXTURE.clock.instant()));
        IssuedCredential revoked = issue(CredentialLimits.NONE);
        tenancy.revoke(revoked.id());
        tenancy.authenticate(credential.appId(), credential.appSecret());
        String unknown = new Tokens(new java.util.Random(99)).appId();

        for (String[] sent : List.of(
                new String[] {unknown, credential.appSecret()},
                new String[] {"not an app id \0", credential.appSecret()},
                new String[] {"", ""},
                new String[] {credential.appId(), credential.appSecret() + "0"},
                new String[] {credential.appId(), revoked.appSecret()},
                new String[] {expired.appId(), expired.appSecret()},
                new String[] {revoked.appId(), revoked.appSecret()})) {
            int before = FIXTURE.commits.get();
            assertThat(tenancy.authenticate(sent[0], sent[1])).as(sent[0]).isEqualTo(REFUSED);
            assertThat(FIXTURE.commits.get() - before).as(sent[0]).isEqualTo(1);
        }
    }

    /// An unknown id is looked up as the nearest known one. That must not make it known.
    @Test
    void aSecretOpensNoIdButItsOwnHoweverNear() {
        String withoutEnd = credential.appId().substring(0, credential.appId().length() - 6);
        for (String near : List.of(
                withoutEnd + "000000", withoutEnd + "zzzzzz", "app_" + "0".repeat(28), "app_" + "z".repeat(28), "")) {
            assertThat(tenancy.authenticate(near, credential.appSecret()))
                    .as(near)
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    void asksTheDatabaseAtMostOnceASecondForABusyCaller() {
        int before = FIXTURE.commits.get();

        for (int i = 0; i < 30; i++) {
            assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                    .isInstanceOf(Authenticated.class);
            FIXTURE.clock.advance(Duration.ofMillis(100));
        }

        assertThat(FIXTURE.commits.get() - before).isEqualTo(3);
    }

    @Test
    void killsTheOldSecretAtOnceHereAndWithinASecondElsewhere() {
        Tenancy other = FIXTURE.otherProcess(2);
        other.authenticate(credential.appId(), credential.appSecret());
        tenancy.authenticate(credential.appId(), credential.appSecret());

        IssuedCredential fresh = tenancy.regenerate(credential.id(), Grace.NONE).orElseThrow();

        assertThat(fresh.appId()).isEqualTo(credential.appId());
        assertThat(fresh.appSecret()).isNotEqualTo(credential.appSecret());
        assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                .isEqualTo(REFUSED);
        assertThat(tenancy.authenticate(fresh.appId(), fresh.appSecret())).isInstanceOf(Authenticated.class);
        assertThat(other.authenticate(fresh.appId(), fresh.appSecret())).isInstanceOf(Authenticated.class);
        FIXTURE.clock.advance(Duration.ofSeconds(1));
        assertThat(other.authenticate(credential.appId(), credential.appSecret()))
                .isEqualTo(REFUSED);
    }

    @Test
    void letsBothSecretsWorkDuringTheGrace() {
        IssuedCredential fresh = tenancy.regenerate(credential.id(), Grace.HOUR).orElseThrow();

        FIXTURE.clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                .isInstanceOf(Authenticated.class);
        assertThat(tenancy.authenticate(fresh.appId(), fresh.appSecret())).isInstanceOf(Authenticated.class);
        FIXTURE.clock.advance(Duration.ofMillis(1));
        assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                .isEqualTo(REFUSED);
        assertThat(tenancy.authenticate(fresh.appId(), fresh.appSecret())).isInstanceOf(Authenticated.class);
    }

    @Test
    void endsTheGraceOfASecretByTheNextRegeneration() {
        tenancy.regenerate(credential.id(), Grace.WEEK);
        tenancy.regenerate(credential.id(), Grace.WEEK);

        assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                .isEqualTo(REFUSED);
    }

    @Test
    void stopsARememberedCredentialTheMomentItExpires() {
        IssuedCredential brief = issue(limitsUntil(FIXTURE.clock.instant().plusMillis(300)));
        assertThat(tenancy.authenticate(brief.appId(), brief.appSecret())).isInstanceOf(Authenticated.class);

        FIXTURE.clock.advance(Duration.ofMillis(300));

        assertThat(tenancy.authenticate(brief.appId(), brief.appSecret())).isEqualTo(REFUSED);
    }

    @Test
    void neverBringsARevokedCredentialBack() {
        assertThat(tenancy.revoke(credential.id())).isTrue();

        assertThat(tenancy.revoke(credential.id())).isFalse();
        assertThat(tenancy.regenerate(credential.id(), Grace.NONE)).isEmpty();
        assertThat(tenancy.limit(credential.id(), CredentialLimits.NONE)).isFalse();
        assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                .isEqualTo(REFUSED);
    }

    @Test
    void showsNewLimitsAndActivityAtOnce() {
        tenancy.authenticate(credential.appId(), credential.appSecret());
        CredentialLimits limits = new CredentialLimits(
                Set.of(Environment.DEVELOPMENT),
                Set.of(Scope.READ, Scope.WEBHOOKS),
                List.of(AddressRange.parse("203.0.113.0/24").orElseThrow()),
                Optional.of(FIXTURE.clock.instant().plusSeconds(60)));

        tenancy.limit(credential.id(), limits);
        assertThat(authenticated().limits()).isEqualTo(limits);
        tenancy.limitAddresses(tenant.integration(), List.of());
        assertThat(authenticated().limits().addresses()).isEmpty();
        tenancy.setActive(tenant.integration(), false);
        assertThat(authenticated().integration().isActive()).isFalse();
        assertThat(authenticated().integration().productionApproved()).isTrue();
        tenancy.suspendProduction(tenant.integration());
        assertThat(authenticated().integration().productionApproved()).isFalse();
    }

    @Test
    void forgetsAChangeInSomebodysTransactionWithItsCommit() {
        tenancy.authenticate(credential.appId(), credential.appSecret());

        IssuedCredential fresh = FIXTURE.database().transact(tx -> {
            IssuedCredential made =
                    tenancy.regenerate(tx, credential.id(), Grace.NONE).orElseThrow();
            assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                    .isInstanceOf(Authenticated.class);
            return made;
        });

        assertThat(tenancy.authenticate(credential.appId(), credential.appSecret()))
                .isEqualTo(REFUSED);
        assertThat(tenancy.authenticate(fresh.appId(), fresh.appSecret())).isInstanceOf(Authenticated.class);
    }

    @Test
    void locksACredentialForItsOwnIntegrationOnly() {
        Tenant other = FIXTURE.tenant();

        assertThat(locked(other.integration())).isEmpty();
        assertThat(locked(tenant.integration())).map(Credential::appId).contains(credential.appId());
    }

    @Test
    void saysUntilWhenTheOldSecretWorks() {
        assertThat(locked(tenant.integration()))
                .flatMap(Credential::oldSecretUntil)
                .isEmpty();
        Instant now = FIXTURE.clock.instant().truncatedTo(ChronoUnit.MICROS);

        tenancy.regenerate(credential.id(), Grace.DAY);

        assertThat(locked(tenant.integration()))
                .flatMap(Credential::oldSecretUntil)
                .contains(now.plus(Duration.ofDays(1)));
    }

    private Optional<Credential> locked(IntegrationId integration) {
        return FIXTURE.database().transact(tx -> tenancy.lockCredential(tx, integration, credential.id()));
    }

    @Test
    void doesNotRememberWhatWasReadBeforeAChange() {
        RecentCredentials recent = new RecentCredentials();
        Instant now = FIXTURE.clock.instant();
        StoredCredential read = StoredCredential.NOBODY;
        long changes = recent.changes();

        recent.forgetAll();
        recent.remember(read, now, changes);

        assertThat(recent.find(read.credential().appId(), now)).isEmpty();
    }

    @Test
    void writesTheLastUseAtMostOnceAMinute() {
        Instant first = FIXTURE.clock.instant().truncatedTo(ChronoUnit.MICROS);
        assertThat(lastUse()).isEmpty();
        useAndWrite();
        assertThat(lastUse()).contains(first);

        FIXTURE.clock.advance(Duration.ofSeconds(59));
        useAndWrite();
        assertThat(lastUse()).contains(first);

        FIXTURE.clock.advance(Duration.ofSeconds(1));
        useAndWrite();
        assertThat(lastUse()).contains(first.plusSeconds(60));
    }

    @Test
    void writesNothingWhenNothingWasUsed() {
        useAndWrite();
        int before = FIXTURE.commits.get();

        tenancy.writeLastUses();

        assertThat(FIXTURE.commits).hasValue(before);
    }

    @Test
    void hidesTheSecret() {
        assertThat(credential.toString()).contains(credential.appId()).doesNotContain(credential.appSecret());
        assertThat(new NewIntegration.Created(integration(), credential).toString())
                .doesNotContain(credential.appSecret());
    }

    private Integration integration() {
        return tenancy.find(tenant.integration().toString()).orElseThrow();
    }

    private IssuedCredential issue(CredentialLimits limits) {
        return tenancy.issueCredential(tenant.integration(), limits);
    }

    private static CredentialLimits limitsUntil(Instant end) {
        CredentialLimits none = CredentialLimits.NONE;
        return new CredentialLimits(none.environments(), none.scopes(), none.addresses(), Optional.of(end));
    }

    private Authenticated authenticated() {
        return (Authenticated) tenancy.authenticate(credential.appId(), credential.appSecret());
    }

    private void useAndWrite() {
        tenancy.authenticate(credential.appId(), credential.appSecret());
        tenancy.writeLastUses();
    }

    private Optional<Instant> lastUse() {
        return tenancy.credentials(tenant.integration()).stream()
                .filter(one -> one.id().equals(credential.id()))
                .findFirst()
                .flatMap(Credential::lastUsedAt);
    }
}
