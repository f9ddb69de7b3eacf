package dev.offramp.dashboard;

import java.util.List;

/// A page's place in the menu. Entries stand in the order of [Pages].
public record Menu(Group group, String label) {

    /// Headings of the menu, in their order.
    public enum Group {
        HOME(""),
        MONEY_IN("Money in"),
        MONEY_OUT("Money out"),
        DEVELOPERS("Developers"),
        BUSINESS("Business"),
        OPERATOR("Operator");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        public String heading() {
            return heading;
        }
    }

    /// As it stands in a menu.
    ///
    /// @param isHere whether it is the page one is on, or one below it
    public record Entry(String path, String label, boolean isHere) {}

    /// A heading with what stands below it.
    public record Section(String heading, List<Entry> entries) {}
}
