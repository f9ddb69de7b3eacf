package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.OTHER;
import static dev.offramp.people.PeopleFixture.PASSWORD;
import static dev.offramp.people.PeopleFixture.browser;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is told of tries that came to nothing, and that it stays little.
class FailedTriesTest {

    private final PeopleFixture fixture = new PeopleFixture();
    private final Person person = fixture.person();
    private final List<SignInTrace> told = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void areToldOfAPersonAtTheFirstTheTenthAndTheHundredthOfAnHour() {
        for (int place = 0; place < 100; place++) {
            tryOnce(person.email().text(), OTHER, "203.0." + place + ".1");
        }

        assertThat(told).containsExactly(failed(1), failed(10), failed(100));
        fixture.clock.advance(Duration.ofHours(1));
        tryOnce(person.email().text(), OTHER, "203.0.113.7");
        assertThat(told).endsWith(failed(1)).hasSize(4);
    }

    /// Otherwise a list of addresses would fill the log.
    @Test
    void areToldOfAddressesThatNobodyHasAsOfOne() {
        for (int i = 0; i < 100; i++) {
            tryOnce("nobody" + i + "@example.com", OTHER, "203.0." + i + ".1");
        }

        assertThat(told)
                .containsExactly(
                        new SignInTrace.Failed(Optional.empty(), 1),
                        new SignInTrace.Failed(Optional.empty(), 10),
                        new SignInTrace.Failed(Optional.empty(), 100));
    }

    @Test
    void thatAreNotLookedAtAreToldAsThat() {
        for (int i = 0; i < 20; i++) {
            tryOnce(person.email().text(), OTHER, "203.0.113.7");
        }

        assertThat(told).containsExactly(failed(1), failed(10), throttled(1), throttled(10));
    }

    @Test
    void areToldOfCodesToo() {
        fixture.enrol(person);
        Token step = fixture.step(person);
        told.clear();

        fixture.people.signIns().byTotp(step, "no code", browser(), (tx, trace) -> told.add(trace));
        fixture.people.signIns().byRecoveryCode(step, "no code", browser(), (tx, trace) -> told.add(trace));

        assertThat(told).containsExactly(failed(1));
    }

    @Test
    void areCountedAnewByNobodysSuccess() {
        tryOnce(person.email().text(), OTHER, "203.0.113.7");
        tryOnce(person.email().text(), PASSWORD, "203.0.113.7");
        tryOnce(person.email().text(), OTHER, "203.0.113.7");

        assertThat(told).hasSize(2).startsWith(failed(1)).last().isInstanceOf(SignInTrace.Opened.class);
    }

    private SignInTrace failed(int tries) {
        return new SignInTrace.Failed(Optional.of(person.id()), tries);
    }

    private SignInTrace throttled(int tries) {
        return new SignInTrace.Throttled(Optional.of(person.id()), tries);
    }

    private void tryOnce(String address, Password password, String from) {
        fixture.people.signIns().byPassword(address, password, browser(from), (tx, trace) -> told.add(trace));
    }
}
