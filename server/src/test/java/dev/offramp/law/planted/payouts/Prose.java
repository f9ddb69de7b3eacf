package dev.offramp.law.planted.payouts;

import java.util.List;

final class Prose {
    private Prose() {}

    static List<String> all() {
        return List.of(
                "Select a bank from the list", "UPDATE your client", "with", "SELECTED", "Create an address", "LOCKED");
    }
}
