package dev.offramp.dashboard.status;

import dev.offramp.bulletins.Bulletins;
import dev.offramp.bulletins.IncidentId;
import dev.offramp.bulletins.StatusIncident;
import dev.offramp.dashboard.Here;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.health.Health;
import dev.offramp.health.Standing;
import dev.offramp.health.State;
import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.Optional;

/// Reads what the page shows, in one question each.
record IncidentsBody(Health health, Bulletins bulletins) {

    static final String TITLE = "Status page";

    private static final int SHOWN = 50;

    /// What the page shows.
    ///
    /// @param chosen the open incident of which more is to be said
    record View(List<Standing> standings, List<StatusIncident> incidents, Optional<StatusIncident> chosen) {

        static Badge badge(State state) {
            return switch (state) {
                case OPERATIONAL -> Badge.good(state.words());
                case DEGRADED -> Badge.waiting(state.words());
                case DOWN -> Badge.bad(state.words());
            };
        }

        static Badge badge(StatusIncident incident) {
            String words = incident.latest().stage().words();
            return incident.isOpen() ? Badge.bad(words) : Badge.good(words);
        }

        static String path(StatusIncident incident) {
            return ShowStatus.path(incident.id());
        }

        static String action(StatusIncident incident) {
            return OpenIncident.PATH + "/" + incident.id();
        }

        String about(StatusIncident incident) {
            List<String> names = standings.stream()
                    .map(Standing::component)
                    .filter(component -> incident.isAbout(component.code()))
                    .map(component -> component.name())
                    .toList();
            return names.size() > 1 && names.size() == standings.size() ? "Everything" : String.join(", ", names);
        }
    }

    HtmlContent content(Visit visit, Optional<IncidentId> chosen, Form form) {
        View view = visit.view(tx -> {
            List<StatusIncident> incidents = bulletins.last(tx, SHOWN);
            return new View(health.standings(tx), incidents, chosen.flatMap(id -> open(bulletins.open(tx), id)));
        });
        Here here = visit.here();
        return out -> JteincidentsGenerated.render(out, null, here, view, form, OpenIncident.components(view));
    }

    private static Optional<StatusIncident> open(List<StatusIncident> open, IncidentId id) {
        return open.stream().filter(incident -> incident.id().equals(id)).findFirst();
    }
}
