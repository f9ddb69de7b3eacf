package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests counted for the limits of routes (decision 41).
class RequestWindowsTest {

    private static final String ROUTE = "GET /rates";
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    private TenancyFixture fixture;

    @BeforeEach
    void open() {
        fixture = new TenancyFixture();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void countsEachIntegrationAndRouteByItself() {
        IntegrationId one = fixture.tenant().integration();
        IntegrationId other = fixture.tenant().integration();

        assertThat(fixture.tenancy.countRequest(one, ROUTE)).isEqualTo(new RequestWindow(START, 1));
        assertThat(fixture.tenancy.countRequest(one, ROUTE)).isEqualTo(new RequestWindow(START, 2));
        assertThat(fixture.tenancy.countRequest(one, "POST /rates")).isEqualTo(new RequestWindow(START, 1));
        assertThat(fixture.tenancy.countRequest(other, ROUTE)).isEqualTo(new RequestWindow(START, 1));
    }

    @Test
    void beginsAnewWithEachClockMinute() {
        IntegrationId integration = fixture.tenant().integration();
        fixture.clock.advance(Duration.ofSeconds(59));
        fixture.tenancy.countRequest(integration, ROUTE);
        fixture.tenancy.countRequest(integration, ROUTE);

        fixture.clock.advance(Duration.ofSeconds(1));

        assertThat(fixture.tenancy.countRequest(integration, ROUTE))
                .isEqualTo(new RequestWindow(START.plusSeconds(60), 1));
        assertThat(new RequestWindow(START, 1).end()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void countsInTheLaterMinuteWhenTheClockOfAProcessIsBehind() {
        IntegrationId integration = fixture.tenant().integration();
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.tenancy.countRequest(integration, ROUTE);

        fixture.clock.advance(Duration.ofMinutes(-1));

        assertThat(fixture.tenancy.countRequest(integration, ROUTE))
                .isEqualTo(new RequestWindow(START.plusSeconds(60), 2));
    }

    @Test
    void givesEachOfManyParallelRequestsItsOwnNumberWhicheverProcessTheyCameTo() {
        IntegrationId integration = fixture.tenant().integration();
        List<Tenancy> processes = List.of(fixture.tenancy, fixture.otherProcess(2));

        List<Long> numbers = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i ->
                        processes.get(i % 2).countRequest(integration, ROUTE).requests())
                .sorted()
                .toList();

        assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }
}
