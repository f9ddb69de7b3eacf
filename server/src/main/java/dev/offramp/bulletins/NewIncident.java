package dev.offramp.bulletins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An incident about to be written.
///
/// @param components codes of those it is about, one at least
/// @param watches the component for which the program writes it; empty where people do
/// @param beganAt perhaps before anybody noticed
public record NewIncident(String title, List<String> components, Optional<String> watches, Instant beganAt) {

    public NewIncident {
        components = List.copyOf(components);
        if (components.isEmpty()) {
            throw new IllegalArgumentException("an incident is about something");
        }
    }
}
