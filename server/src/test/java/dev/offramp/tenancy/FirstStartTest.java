package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstStartTest {

    private final TenancyFixture fixture = new TenancyFixture();
    private final Tenancy tenancy = fixture.tenancy;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void listsIntegrationsOldestFirst() {
        Integration first = fixture.created("Zeta").integration();
        fixture.clock.advance(Duration.ofSeconds(1));
        Integration second = fixture.created("Alpha").integration();

        assertThat(tenancy.integrations()).containsExactly(first, second);
    }

    @Test
    void takesAnotherMerchantReferenceWhenOneIsTaken() {
        Tenancy twin = fixture.otherProcess(1);
        String first = fixture.created("First").integration().merchantReference();
        fixture.clock.advance(Duration.ofSeconds(1));

        NewIntegration.Created second = (NewIntegration.Created) twin.createIntegration("Second");

        assertThat(second.integration().merchantReference()).isNotEqualTo(first);
        assertThat(tenancy.integrations()).hasSize(2);
    }

    @Test
    void makesTheSandboxOnceAmongProcessesThatStartTogether() throws InterruptedException {
        List<Tenancy> processes = List.of(tenancy, fixture.otherProcess(2), fixture.otherProcess(3));
        Queue<Sandbox> answers = new ConcurrentLinkedQueue<>();
        List<Thread> starts = new ArrayList<>();
        for (Tenancy process : processes) {
            starts.add(Thread.ofVirtual().start(() -> answers.add(process.ensureSandbox(made -> {}))));
        }
        for (Thread start : starts) {
            start.join();
        }

        assertThat(answers).hasSize(3);
        assertThat(answers).filteredOn(Sandbox.Made.class::isInstance).hasSize(1);
        assertThat(answers)
                .extracting(Sandbox::integration)
                .containsOnly(tenancy.integrations().getFirst());
        assertThat(tenancy.integrations()).hasSize(1);
    }

    @Test
    void givesTheSandboxACredentialForDevelopmentAndAPin() {
        Sandbox.Made made = (Sandbox.Made) tenancy.ensureSandbox(sandbox -> {});

        Authentication authentication = tenancy.authenticate(
                made.credential().appId(), made.credential().appSecret());
        assertThat(authentication)
                .isEqualTo(new Authentication.Authenticated(
                        made.integration(), made.credential().id(), CredentialLimits.only(Environment.DEVELOPMENT)));
        assertThat(tenancy.verifyPin(new Tenant(made.integration().id(), Environment.DEVELOPMENT), made.pin()))
                .isEqualTo(new PinCheck.PinOk());
        assertThat(tenancy.ensureSandbox(sandbox -> {})).isEqualTo(new Sandbox.Existing(made.integration()));
    }

    @Test
    void makesNoSandboxWhoseCredentialCouldNotBeKept() {
        assertThatThrownBy(() -> tenancy.ensureSandbox(sandbox -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(tenancy.integrations()).isEmpty();
        List<Sandbox.Made> kept = new ArrayList<>();
        assertThat(tenancy.ensureSandbox(kept::add)).isEqualTo(kept.getFirst());
    }
}
