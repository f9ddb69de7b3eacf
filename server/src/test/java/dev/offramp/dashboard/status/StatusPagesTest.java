package dev.offramp.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.bulletins.StatusIncident;
import dev.offramp.dashboard.Operators;
import dev.offramp.dashboard.TestBrowser;
import dev.offramp.dashboard.TestBrowser.Reply;
import dev.offramp.dashboard.TestDashboard;
import dev.offramp.trail.Entry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusPagesTest {

    private static final String PAGE = "/operator/status";
    private static final String INCIDENTS = PAGE + "/incidents";

    private final TestDashboard dashboard = new TestDashboard();
    private final TestBrowser operator = Operators.signedIn(dashboard);

    @AfterEach
    void close() {
        dashboard.close();
    }

    private void measure() {
        dashboard
                .platform
                .health()
                .measureStep(List.of(), Duration.ofMinutes(5))
                .runOnce();
    }

    private List<StatusIncident> incidents() {
        return dashboard.db.view(tx -> dashboard.platform.bulletins().last(tx, 10));
    }

    private Reply open() {
        return operator.post(
                INCIDENTS,
                "title",
                "Payouts are late",
                "components",
                "rates",
                "stage",
                "identified",
                "text",
                "We know.");
    }

    @Test
    void showWhatWasMeasured() {
        assertThat(operator.get(PAGE).body()).contains("Nothing was measured yet");
        measure();

        assertThat(operator.get(PAGE).body()).contains("Payouts in NGN", "Write an incident", "Database");
    }

    @Test
    void writeAnIncidentSayMoreOfItAndResolveIt() {
        measure();
        Reply opened = open();
        StatusIncident incident = incidents().getFirst();
        assertThat(opened.outcome()).isEqualTo("303 " + PAGE + "?incident=" + incident.id());
        Entry entry = Operators.lastEntry(dashboard);
        assertThat(entry.action()).isEqualTo("status.incident-opened");
        assertThat(entry.subjectId()).isEqualTo(incident.id().toString());
        assertThat(operator.get(PAGE + "?incident=" + incident.id()).body())
                .contains("Payouts are late", "We know.", "Everybody can read it now.");

        String path = INCIDENTS + "/" + incident.id();
        operator.post(path, "stage", "monitoring", "text", "The rail is back.");
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("status.incident-updated");
        assertThat(operator.post(path, "stage", "resolved", "text", "It is over.")
                        .outcome())
                .isEqualTo("303 " + PAGE);
        assertThat(Operators.lastEntry(dashboard).action()).isEqualTo("status.incident-resolved");
        assertThat(incidents().getFirst().isOpen()).isFalse();
        assertThat(incidents().getFirst().updates()).hasSize(3);

        operator.post(path, "stage", "monitoring", "text", "Again.");
        assertThat(operator.get(PAGE).body()).contains("It was resolved before.");
        assertThat(incidents().getFirst().updates()).hasSize(3);
    }

    @Test
    void sayWhatIsMissing() {
        measure();

        Reply nothing = operator.post(INCIDENTS, "title", "Payouts", "stage", "resolved");

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("What is known is required.", "An incident begins open.");
        assertThat(operator.post(INCIDENTS, "title", "x", "components", "nothing", "stage", "identified", "text", "x")
                        .body())
                .contains("Choose from the list.");
        assertThat(incidents()).isEmpty();
    }

    @Test
    void knowNoIncidentThatThereIsNot() {
        assertThat(operator.post(INCIDENTS + "/" + "a".repeat(24), "stage", "resolved", "text", "x")
                        .status())
                .isEqualTo(404);
        assertThat(operator.post(INCIDENTS + "/none", "stage", "resolved", "text", "x")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get(PAGE + "?incident=none").status()).isEqualTo(200);
    }
}
