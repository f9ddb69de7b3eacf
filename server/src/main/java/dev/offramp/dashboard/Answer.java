package dev.offramp.dashboard;

import dev.offramp.web.Streamed;
import gg.jte.html.HtmlContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a page answers. A template is handed over as what writes it:
/// `Answer.page("Overview", out -> JteoverviewGenerated.render(out, null, visit.here(), view))`.
///
/// @param cookies to be set or removed, for pages about signing in
public record Answer(What what, List<Cookie> cookies) {

    /// The kinds of answers.
    public sealed interface What {

        /// A page inside the frame.
        record Shown(int status, String title, HtmlContent body) implements What {}

        /// A part of a page, for one that updates itself.
        record Fragment(HtmlContent body) implements What {}

        /// Go and ask for that.
        ///
        /// @param to a path of ours
        /// @param note shown there once
        record Redirect(String to, Optional<Note> note) implements What {}

        /// A file to be saved.
        record Download(String fileName, String type, Streamed body) implements What {}

        /// What a script of ours asked for.
        record Text(int status, String type, String text) implements What {}

        /// There is nothing here, or nothing that concerns you.
        record Missing() implements What {}
    }

    public Answer {
        cookies = List.copyOf(cookies);
    }

    /// A page.
    public static Answer page(String title, HtmlContent body) {
        return of(new What.Shown(200, title, body));
    }

    /// The page of a form whose input was not taken, with what was typed.
    public static Answer invalid(String title, HtmlContent body) {
        return of(new What.Shown(422, title, body));
    }

    /// A page that says no.
    public static Answer refused(int status, String title, HtmlContent body) {
        return of(new What.Shown(status, title, body));
    }

    public static Answer fragment(HtmlContent body) {
        return of(new What.Fragment(body));
    }

    /// After something was changed: the browser asks for `path`, and a reload changes nothing again.
    public static Answer redirect(String path) {
        return of(new What.Redirect(path, Optional.empty()));
    }

    /// [#redirect] with a note that is shown once. No secret may be in it.
    public static Answer redirect(String path, Note note) {
        return of(new What.Redirect(path, Optional.of(note)));
    }

    /// @param fileName in ASCII, without quotes
    public static Answer download(String fileName, String type, Streamed body) {
        return of(new What.Download(fileName, type, body));
    }

    /// What a script of ours asked for.
    public static Answer json(String text) {
        return of(new What.Text(200, "application/json", text));
    }

    /// Why a script of ours does not get what it asked for: a sentence, to be shown.
    public static Answer sentence(int status, String text) {
        return of(new What.Text(status, "text/plain; charset=utf-8", text));
    }

    /// The same for what does not exist and for what is somebody else's.
    public static Answer missing() {
        return of(new What.Missing());
    }

    /// The same with one more cookie.
    public Answer with(Cookie cookie) {
        List<Cookie> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Answer(what, more);
    }

    private static Answer of(What what) {
        return new Answer(what, List.of());
    }
}
