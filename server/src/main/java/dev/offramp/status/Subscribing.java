package dev.offramp.status;

import dev.offramp.bulletins.Subscribers;
import dev.offramp.bulletins.Subscription;
import dev.offramp.look.Html;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.util.Optional;
import java.util.function.Predicate;

/// Subscribing, confirming and unsubscribing, all without signing in.
record Subscribing(Subscribers subscribers) {

    private static final String MAIL = StatusPage.ROOT + "/subscribe/mail";
    private static final String WEBHOOK = StatusPage.ROOT + "/subscribe/webhook";
    private static final String CONFIRM = StatusPage.ROOT + "/confirm/";
    private static final String UNSUBSCRIBE = StatusPage.ROOT + "/unsubscribe/";

    /// Empty where there is nothing.
    Optional<RawAnswer> answer(RawRequest request) {
        String path = request.path();
        boolean isSent = request.method().equals("POST");
        if (path.startsWith(CONFIRM)) {
            return Optional.of(isSent ? confirm(path) : ask(path, "Be told of incidents?", "Yes, tell this address"));
        }
        if (path.startsWith(UNSUBSCRIBE)) {
            return Optional.of(isSent ? unsubscribe(path) : ask(path, "Be told no more?", "Yes, unsubscribe"));
        }
        if (!isSent || !path.equals(MAIL) && !path.equals(WEBHOOK)) {
            return Optional.empty();
        }
        if (Sent.isFromElsewhere(request)) {
            return Optional.of(StatusPage.message(403, "Not from there", "Another site sent this form."));
        }
        return Optional.of(answer(path.equals(MAIL) ? mail(request) : webhook(request)));
    }

    private Subscription mail(RawRequest request) {
        return subscribers.wishMail(Sent.field(request, "email"), request.peer().address());
    }

    private Subscription webhook(RawRequest request) {
        return subscribers.addWebhook(Sent.field(request, "url"), request.peer().address());
    }

    private static RawAnswer answer(Subscription outcome) {
        return switch (outcome) {
            case Subscription.Heard _ ->
                StatusPage.message(
                        200,
                        "Look into your mail",
                        "If this address is not told already, a letter with a link is on its way. Nothing else is"
                                + " sent to it until somebody opens the link. There is at most one such letter a"
                                + " day.");
            case Subscription.Told(var secret, var unsubscribe) ->
                Html.answer(200, out -> JtetoldGenerated.render(out, null, secret.value(), unsubscribe));
            case Subscription.Refused(String why) -> StatusPage.message(422, "That did not work", why);
            case Subscription.ToldAlready _ ->
                StatusPage.message(409, "Told already", "This URL is told already, under the secret shown then.");
            case Subscription.TooOften _ ->
                StatusPage.message(429, "Too often", "Too many want this from where you are. Try again in an hour.");
        };
    }

    /// Looking at a link changes nothing.
    private static RawAnswer ask(String path, String title, String yes) {
        return Html.answer(200, out -> JteaskGenerated.render(out, null, title, path, yes));
    }

    private RawAnswer confirm(String path) {
        return done(
                path.substring(CONFIRM.length()),
                subscribers::confirm,
                "Confirmed",
                "This address is told of incidents from now on. Each letter has a link that ends it.");
    }

    private RawAnswer unsubscribe(String path) {
        return done(
                path.substring(UNSUBSCRIBE.length()),
                subscribers::unsubscribe,
                "Unsubscribed",
                "Nothing more is sent.");
    }

    private static RawAnswer done(String link, Predicate<String> deed, String title, String text) {
        return deed.test(link)
                ? StatusPage.message(200, title, text)
                : StatusPage.message(404, "This link does not work", "It may be too old, or cut off.");
    }
}
