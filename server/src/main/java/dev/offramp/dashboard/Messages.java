package dev.offramp.dashboard;

import dev.offramp.dashboard.frame.JtegoOnGenerated;
import dev.offramp.dashboard.frame.JtemessageGenerated;
import dev.offramp.dashboard.frame.JtenotKeptGenerated;
import dev.offramp.tenancy.Environment;
import dev.offramp.web.Fault;
import gg.jte.html.HtmlContent;
import java.util.Locale;
import java.util.Optional;

/// The pages that say why there is no page.
final class Messages {

    private Messages() {}

    /// @param link where to go on
    record Link(String path, String label) {}

    static HtmlContent of(String text) {
        return of(text, Optional.empty());
    }

    static HtmlContent of(String text, Optional<Link> link) {
        return out -> JtemessageGenerated.render(
                out,
                null,
                text,
                link.map(Link::path).orElse(null),
                link.map(Link::label).orElse(null));
    }

    static HtmlContent missing() {
        return of(
                "There is nothing at this address, or nothing that concerns you.",
                Optional.of(new Link("/", "Go to the beginning")));
    }

    static Answer notAllowed(Business business, Permission wanted) {
        String right = wanted.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String text = "As " + business.role().code() + " of " + business.name()
                + " you may not do this. An owner can give you a role that may (" + right + ").";
        return Answer.refused(
                403, "Not allowed", of(text, Optional.of(new Link(business.root(), "Go to the overview"))));
    }

    static Answer productionClosed(Business business, String why) {
        Business development = business.in(Environment.DEVELOPMENT);
        return Answer.refused(
                403, "Production is closed", of(why, Optional.of(new Link(development.root(), "Go to development"))));
    }

    static Answer forbidden(String text) {
        return Answer.refused(403, "Not allowed", of(text));
    }

    /// What was typed, to be sent by a form of this session.
    static Answer sendAgain(String text, String token, Carried carried) {
        return Answer.refused(
                403, "Send it once more", out -> JtegoOnGenerated.render(out, null, text, token, carried));
    }

    /// In the place where a form says that it is kept.
    static Answer notKept() {
        return Answer.fragment(out -> JtenotKeptGenerated.render(out, null));
    }

    static int status(Fault fault) {
        return switch (fault) {
            case Fault.Malformed _, Fault.VersionUnsupported _ -> 400;
            case Fault.EncodingUnsupported _ -> 415;
            case Fault.BodyTooLarge _ -> 413;
            case Fault.BodyLate _ -> 408;
            case Fault.Unavailable _ -> 503;
            case Fault.Bug _ -> 500;
        };
    }

    static String title(Fault fault) {
        return switch (fault) {
            case Fault.Malformed _, Fault.VersionUnsupported _, Fault.EncodingUnsupported _ -> "Not understood";
            case Fault.BodyTooLarge _ -> "Too large";
            case Fault.BodyLate _ -> "Too slow";
            case Fault.Unavailable _ -> "Busy";
            case Fault.Bug _ -> "Something went wrong";
        };
    }

    static HtmlContent text(Fault fault, String requestId) {
        return of(
                switch (fault) {
                    case Fault.Malformed _, Fault.VersionUnsupported _, Fault.EncodingUnsupported _ ->
                        "Your browser sent something that cannot be read.";
                    case Fault.BodyTooLarge _ -> "What was sent is larger than 64 KiB.";
                    case Fault.BodyLate _ -> "What was sent did not arrive in time. Try it again.";
                    case Fault.Unavailable _ -> "The server is busy. Wait a moment and try it again.";
                    case Fault.Bug _ ->
                        "Something went wrong on our side. If it happens again, tell who runs this server: "
                                + requestId;
                });
    }
}
