package dev.offramp.dashboard;

import dev.offramp.notices.Unread;
import dev.offramp.people.Person;
import dev.offramp.tenancy.Environment;
import java.util.List;
import java.util.Optional;

/// What stands around a page.
///
/// @param person who is signed in
/// @param business the one in the path
/// @param businesses all of theirs, to change to
/// @param environments the same place in each environment, to change to
/// @param menu what they may open
/// @param bells where there is something to read
/// @param notices what they must do before production opens to them
/// @param token goes into every form that changes something
public record Frame(
        String title,
        Optional<Person> person,
        Optional<Business> business,
        List<Link> businesses,
        List<Link> environments,
        List<Menu.Section> menu,
        Optional<Note> note,
        List<Bell> bells,
        List<Notice> notices,
        Theme theme,
        String token,
        String target) {

    /// @param isHere whether it is where one is
    public record Link(String path, String label, boolean isHere) {}

    /// A way to notices.
    ///
    /// @param count words of how many are not read; empty when none
    public record Bell(String path, String label, Optional<String> count) {

        static Bell of(String path, String label, long unread) {
            return new Bell(path, label, unread == 0 ? Optional.empty() : Optional.of(Unread.words(unread) + " new"));
        }
    }

    /// @param path where it can be done; empty while there is no such page
    public record Notice(String text, Optional<String> path) {}

    /// The class of the environment in the style sheet; empty outside of businesses.
    public String environment() {
        return business.map(here -> here.environment().code()).orElse("");
    }

    /// In words that nobody overlooks.
    public String environmentWords() {
        return business.map(here -> switch (here.environment()) {
                    case Environment.DEVELOPMENT -> "Development: play money on simulated chains";
                    case Environment.PRODUCTION -> "Production: real money";
                })
                .orElse("");
    }
}
