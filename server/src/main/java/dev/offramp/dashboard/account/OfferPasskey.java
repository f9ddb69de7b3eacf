package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.people.PasskeyOptions;
import java.time.Instant;
import java.util.function.Function;

/// What the browser hands to an authenticator, for the script of passkeys: options, or a sentence that says why not.
/// It keeps a challenge, so it is asked for by a form.
public record OfferPasskey(String path, Access access, Function<Visit, PasskeyOptions> offer) implements Page {

    @Override
    public Route route() {
        return Route.post(path);
    }

    @Override
    public Answer answer(Visit visit) {
        return switch (offer.apply(visit)) {
            case PasskeyOptions.Offered(String json) -> Answer.json(json);
            case PasskeyOptions.Unavailable(String reason) -> Answer.sentence(409, reason);
            case PasskeyOptions.Over() ->
                Answer.sentence(409, "You have no passkey here, or that took too long. Open the page again.");
            case PasskeyOptions.TooMany(Instant until) ->
                Answer.sentence(429, "Too many tries. You may try again from " + Figures.time(until) + " on.");
        };
    }
}
