package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When what was newly saved may be withdrawn to from the dashboard.
class CoolingOffTest {

    private static final TenancyFixture FIXTURE = new TenancyFixture();

    private static final Instant CHANGE = Instant.parse("2026-03-01T12:00:00Z");

    private final Tenant tenant = FIXTURE.tenant();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # formerly | chosen | hours after the choice | in force
            24         | 0      | 0                      | 24
            24         | 0      | 23                     | 24
            24         | 0      | 24                     | 0
            24         | 6      | 23                     | 24
            24         | 6      | 24                     | 6
            6          | 24     | 0                      | 24
            6          | 24     | 7                      | 24
            0          | 0      | 0                      | 0
            """)
    void countsALongerTimeAtOnceAndAShorterOneAfterTheFormer(int formerly, int chosen, int after, int inForce) {
        CoolingOff coolingOff = new CoolingOff(Duration.ofHours(chosen), Duration.ofHours(formerly), CHANGE);

        assertThat(coolingOff.inForce(CHANGE.plus(Duration.ofHours(after)))).isEqualTo(Duration.ofHours(inForce));
    }

    @Test
    void opensTheMomentItIsOver() {
        CoolingOff coolingOff = new CoolingOff(Duration.ofHours(24), Duration.ofHours(24), CHANGE);
        Instant saved = CHANGE.plusSeconds(5);
        Instant end = saved.plus(Duration.ofHours(24));

        assertThat(coolingOff.opensAt(saved, saved)).isEqualTo(end);
        assertThat(coolingOff.isOver(saved, end.minusMillis(1))).isFalse();
        assertThat(coolingOff.isOver(saved, end)).isTrue();
    }

    @Test
    void isADayInProductionAndNothingInDevelopment() {
        assertThat(inForce(new Tenant(tenant.integration(), Environment.PRODUCTION)))
                .isEqualTo(Duration.ofDays(1));
        assertThat(inForce(tenant)).isZero();
    }

    /// Whoever shortens it twice waits no less than whoever does it once.
    @Test
    void cannotBeShortenedBySteps() {
        Tenant production = new Tenant(tenant.integration(), Environment.PRODUCTION);
        choose(production, Duration.ofHours(1));
        FIXTURE.clock.advance(Duration.ofHours(23));

        choose(production, Duration.ZERO);

        FIXTURE.clock.advance(Duration.ofHours(23));
        assertThat(inForce(production)).isEqualTo(Duration.ofDays(1));
        FIXTURE.clock.advance(Duration.ofHours(1));
        assertThat(inForce(production)).isZero();
    }

    @Test
    void isThirtyDaysAtMost() {
        choose(tenant, CoolingOff.LONGEST);

        assertThat(inForce(tenant)).isEqualTo(Duration.ofDays(30));
        assertThatThrownBy(() -> choose(tenant, CoolingOff.LONGEST.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> choose(tenant, Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static void choose(Tenant whose, Duration length) {
        FIXTURE.database().run(tx -> FIXTURE.tenancy.setCoolingOff(tx, whose, length));
    }

    private static Duration inForce(Tenant whose) {
        return FIXTURE.database()
                .transact(tx -> FIXTURE.tenancy.coolingOff(tx, whose))
                .inForce(FIXTURE.clock.instant());
    }
}
