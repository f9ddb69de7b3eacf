package dev.offramp.bulletins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that is wrong, or was, as everybody is told of it.
///
/// ```
/// open --update--> open --resolve--> resolved
/// ```
///
/// @param components codes of those it is about, one at least
/// @param watches the component for which the program opened it, and resolves it when that is back; empty for those
/// that
///     people write, which people resolve
/// @param beganAt when it began, which may be before anybody noticed
/// @param resolvedAt empty while it is open
/// @param updates what was said of it, in order, one at least
public record StatusIncident(
        IncidentId id,
        String title,
        List<String> components,
        Optional<String> watches,
        Instant beganAt,
        Optional<Instant> resolvedAt,
        List<Update> updates) {

    /// @param number 1, 2, 3 ... within its incident
    public record Update(int number, Stage stage, String text, Instant at) {}

    public StatusIncident {
        components = List.copyOf(components);
        updates = List.copyOf(updates);
    }

    public boolean isOpen() {
        return resolvedAt.isEmpty();
    }

    /// What was said last.
    public Update latest() {
        return updates.getLast();
    }

    public boolean isAbout(String component) {
        return components.contains(component);
    }
}
