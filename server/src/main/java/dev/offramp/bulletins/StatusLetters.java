package dev.offramp.bulletins;

import dev.offramp.mail.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What stands in letters to subscribers. Each has the link that ends them.
record StatusLetters(Links links) {

    /// News of an incident that are older help nobody.
    private static final Duration GOOD = Duration.ofHours(12);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    Letter confirm(SubscriberId id, String address, Instant until) {
        String text = """
                Hello,

                Somebody, you we hope, wants this address to be told when something is wrong at
                %s

                Open this link to confirm. It works until %s:
                %s

                If that was not you, do nothing: no more letters follow. This link removes the address at once:
                %s
                """.formatted(
                        links.page(),
                        TIME.format(until),
                        links.link(Links.Use.CONFIRM, id),
                        links.link(Links.Use.UNSUBSCRIBE, id));
        return new Letter("status, to confirm", address, "Confirm: be told of incidents", text, until);
    }

    Letter news(Subscriber.ByMail to, StatusIncident incident) {
        StatusIncident.Update update = incident.latest();
        String text = """
                %s

                %s (%s):
                %s

                How everything stands:
                %s

                To get no more of these letters:
                %s
                """.formatted(
                        incident.title(),
                        update.stage().words(),
                        TIME.format(update.at()),
                        update.text(),
                        links.page(),
                        links.link(Links.Use.UNSUBSCRIBE, to.id()));
        String subject = update.stage().words() + ": " + incident.title();
        return new Letter("status", to.address(), subject, text, update.at().plus(GOOD));
    }
}
