package dev.offramp.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that is ours, collected when somebody scrapes. Which series there are depends on what there is to say: hence
/// one collector, and not a meter for each.
final class OwnSeries implements MultiCollector {

    private final Metrics.Uses uses;
    private final RequestSeries requests;
    private final LineCounts lines;
    private final LastReadings readings;

    OwnSeries(Metrics.Uses uses, RequestSeries requests, LineCounts lines, LastReadings readings) {
        this.uses = uses;
        this.requests = requests;
        this.lines = lines;
        this.readings = readings;
    }

    @Override
    public MetricSnapshots collect() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        families().stream().flatMap(family -> family.snapshot().stream()).forEach(all::metricSnapshot);
        requests.times().ifPresent(all::metricSnapshot);
        return all.build();
    }

    private List<Family> families() {
        List<Family> all = new ArrayList<>(requests.families());
        Optional<Readings> read = readings.latest();
        Instant now = uses.clock().instant();
        all.add(lines.family());
        all.addAll(new ProcessSeries(uses.loopBook().turns(), uses.db().connections(), now).families());
        all.add(Family.gauge("offramp_database_up", "Whether the database answered for this scrape.")
                .add(read.isPresent()));
        read.ifPresent(its -> all.addAll(new ReadSeries(its, uses.followed(), now).families()));
        return all;
    }
}
