package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.Role;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.webhooks.AcknowledgedUrls;
import dev.offramp.webhooks.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What those who build are told of: what fails, and what will.
class BuilderNoticesTest {

    private final NoticeFixture fixture = new NoticeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellBuildersOfAnEndpointThatIsSwitchedOffOrFailsForAnHour() {
        Endpoint endpoint = AcknowledgedUrls.endpoint(
                fixture.dashboard.platform.webhooks(), fixture.dashboard.db, fixture.tenant());
        fixture.dashboard.receiver.always(500);
        fixture.dashboard.deposit("ada", "59");
        fixture.dashboard.settle();
        fixture.look();
        assertThat(fixture.told(Kind.WEBHOOK_TROUBLE)).isEmpty();

        fixture.dashboard.clock.advance(Duration.ofHours(1));
        fixture.look();
        assertThat(fixture.told(Kind.WEBHOOK_TROUBLE)).containsExactlyElementsOf(NoticeFixture.BUILDERS);
        assertThat(fixture.only(Role.DEVELOPER).text()).contains("for an hour");

        fixture.change(tx -> fixture.dashboard
                .platform
                .webhooks()
                .disable(tx, fixture.tenant(), endpoint.id(), "the receiver answered 410 Gone"));
        fixture.look();
        assertThat(fixture.unread(fixture.in(Role.DEVELOPER)))
                .extracting(Notice::text)
                .contains("A webhook endpoint is switched off: the receiver answered 410 Gone.");
    }

    @Test
    void tellBuildersAWeekBeforeACredentialExpires() {
        CredentialLimits limits = new CredentialLimits(
                CredentialLimits.NONE.environments(),
                CredentialLimits.NONE.scopes(),
                List.of(),
                Optional.of(fixture.dashboard.clock.instant().plus(Duration.ofDays(8))));
        String appId = fixture.dashboard
                .platform
                .tenancy()
                .issueCredential(fixture.dashboard.business.id(), limits)
                .appId();
        fixture.look();
        assertThat(fixture.told(Kind.CREDENTIAL_EXPIRES)).isEmpty();

        fixture.dashboard.clock.advance(Duration.ofDays(1));
        fixture.look();

        assertThat(fixture.told(Kind.CREDENTIAL_EXPIRES)).containsExactlyElementsOf(NoticeFixture.BUILDERS);
        assertThat(fixture.only(Role.OWNER).text()).isEqualTo("The credential " + appId + " expires within a week.");
    }
}
