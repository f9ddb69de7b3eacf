package dev.offramp.dashboard;

import dev.offramp.dashboard.form.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages there are, each of which notes that somebody got past the door to it. Whether somebody was let in can be
/// told from nothing else: a page may answer the same as the door does.
///
/// While they are watched, pages answer as they do; actions are noted and not done, so that nobody is signed out, or
/// loses a second factor, halfway through the table.
final class WatchedPages {

    private final List<Route> reached = new ArrayList<>();
    private boolean areWatched;

    List<Page> all(Uses uses) {
        return Pages.all(uses).stream().<Page>map(Watched::new).toList();
    }

    /// What was reached meanwhile.
    List<Route> during(Runnable visit) {
        reached.clear();
        areWatched = true;
        visit.run();
        areWatched = false;
        return List.copyOf(reached);
    }

    private final class Watched implements Page {

        private final Page page;

        Watched(Page page) {
            this.page = page;
        }

        @Override
        public Answer answer(Visit visit) {
            reached.add(route());
            boolean isOnlyNoted = areWatched && route().verb() == Route.Verb.POST;
            return isOnlyNoted ? Answer.redirect("/") : page.answer(visit);
        }

        @Override
        public Route route() {
            return page.route();
        }

        @Override
        public Access access() {
            return page.access();
        }

        @Override
        public List<Field<?>> fields() {
            return page.fields();
        }

        @Override
        public Optional<Menu> menu() {
            return page.menu();
        }

        @Override
        public Shows shows() {
            return page.shows();
        }
    }
}
