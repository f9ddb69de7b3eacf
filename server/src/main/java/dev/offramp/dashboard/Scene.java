package dev.offramp.dashboard;

import dev.offramp.people.Browser;
import dev.offramp.people.Token;
import dev.offramp.web.RawRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a request before anybody judged it, and what its answer is dressed by.
///
/// @param found empty where there is no page
/// @param path the variable segments, by name
/// @param body of a form; empty for those who only ask
record Scene(
        RawRequest raw,
        Cookies cookies,
        Caller caller,
        Optional<Page> found,
        Map<String, String> path,
        Map<String, List<String>> body,
        Optional<Business> business,
        Instant now) {

    boolean isSecure() {
        return raw.peer().isSecure();
    }

    /// Whether a page asks for a part of itself.
    boolean isFragment() {
        return isFragment(raw);
    }

    static boolean isFragment(RawRequest raw) {
        return raw.header("HX-Request").isPresent();
    }

    String target() {
        return raw.query().isEmpty() ? raw.path() : raw.path() + "?" + raw.query();
    }

    String token() {
        return FormToken.of(cookies).orElse("");
    }

    Theme theme() {
        return cookies.find(Cookie.Name.THEME).flatMap(Theme::find).orElse(Theme.SYSTEM);
    }

    Optional<Note> note() {
        return cookies.find(Cookie.Name.NOTE).flatMap(Note::read);
    }

    Scene in(Optional<Business> known) {
        return new Scene(raw, cookies, caller, found, path, body, known, now);
    }

    /// As a browser sends it that has no session any more.
    Scene signedOut() {
        return new Scene(raw, cookies.without(Cookie.Name.SESSION), Caller.STRANGER, found, path, body, business, now);
    }

    Scene sending(Map<String, List<String>> fields) {
        return new Scene(raw, cookies, caller, found, path, fields, business, now);
    }

    Browser browser() {
        return new Browser(
                raw.peer().address(),
                raw.header("User-Agent").orElse(""),
                cookies.find(Cookie.Name.DEVICE, Token::new));
    }

    Visit visit(Query query, Visit.Rooms rooms) {
        Visit.Request request =
                new Visit.Request(raw.requestId(), target(), path, query, body, cookies, browser(), token(), now);
        return new Visit(request, found.orElseThrow(), caller, business, rooms);
    }
}
