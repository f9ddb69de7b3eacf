package dev.offramp.assets;

import dev.offramp.tenancy.Environment;
import java.util.HashMap;
import java.util.Map;

/// Where transactions can be looked at: `catalogue/explorers.txt`.
final class Explorers {

    private record Place(Environment environment, Network network) {}

    private record Explorer(Place place, String link) {}

    private final Map<Place, String> links = new HashMap<>();

    static Explorers load() {
        return new Explorers("/catalogue/explorers.txt");
    }

    private Explorers(String resource) {
        for (Explorer explorer : Table.read(resource, 3, Explorers::explorer)) {
            if (links.put(explorer.place, explorer.link) != null) {
                throw new IllegalStateException("two explorers for " + explorer.place);
            }
        }
    }

    private static Explorer explorer(Table.Row row) {
        Environment environment = Environment.parse(row.text(0))
                .orElseThrow(() -> new IllegalArgumentException("no environment: " + row.text(0)));
        Network network = Network.parse(row.text(1))
                .orElseThrow(() -> new IllegalArgumentException("no network: " + row.text(1)));
        if (!row.text(2).matches("https://.+/")) {
            throw new IllegalArgumentException("no prefix of a link: " + row.text(2));
        }
        return new Explorer(new Place(environment, network), row.text(2));
    }

    /// The prefix to which a transaction's hash is appended.
    String link(Environment environment, Network network) {
        String link = links.get(new Place(environment, network));
        if (link == null) {
            throw new IllegalStateException("no explorer for " + network.code() + " in " + environment.code());
        }
        return link;
    }
}
