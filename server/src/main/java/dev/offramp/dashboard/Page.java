package dev.offramp.dashboard;

import dev.offramp.dashboard.form.Field;
import java.util.List;
import java.util.Optional;

/// One page, or one thing that people can do on a page. The list of them ([Pages]) is the dashboard: routing, checks,
/// the menu and the table of who may what are read off it.
public interface Page {

    Route route();

    /// Who may come here. It is checked before [#answer] is asked.
    Access access();

    /// What its form carries; [Visit#form] reads these. Empty where nothing is filled in.
    default List<Field<?>> fields() {
        return List.of();
    }

    /// Its place in the menu; empty for what is reached from other pages.
    default Optional<Menu> menu() {
        return Optional.empty();
    }

    /// What it answers when it is asked for.
    default Shows shows() {
        return Shows.PAGE;
    }

    /// What asking for it brings.
    enum Shows {
        /// A page of its own.
        PAGE,
        /// A part of a page, for one that updates itself.
        FRAGMENT,
        /// Something to be saved.
        FILE,
        /// Another page: it only leads there.
        REDIRECT
    }

    /// Answers somebody who may be here. What the business refuses is an answer; exceptions are bugs, or
    /// [Trouble][dev.offramp.db.Trouble].
    Answer answer(Visit visit);
}
