package dev.offramp.bulletins;

import dev.offramp.bulletins.MessageStore.Message;
import dev.offramp.db.ObjectId;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Jobs;
import dev.offramp.mail.Letter;
import dev.offramp.mail.Mail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells all subscribers of a change of an incident, in its transaction: letters are posted, messages are written down
/// with their jobs.
final class Telling {

    static final String EVENT = "status.incident";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final InstantSource clock;
    private final ObjectIds ids;
    private final Parts parts;
    private final MessageStore messages = new MessageStore();

    /// What it works with.
    record Parts(SubscriberStore subscribers, Links links, StatusLetters letters, Mail mail, Jobs jobs) {}

    Telling(InstantSource clock, ObjectIds ids, Parts parts) {
        this.clock = clock;
        this.ids = ids;
        this.parts = parts;
    }

    void tell(Transaction tx, StatusIncident incident) {
        List<Letter> letters = new ArrayList<>();
        List<ObjectId> written = new ArrayList<>();
        for (Subscriber subscriber : parts.subscribers().confirmed(tx)) {
            switch (subscriber) {
                case Subscriber.ByMail mail -> letters.add(parts.letters().news(mail, incident));
                case Subscriber.ByWebhook webhook -> written.add(write(tx, webhook.id(), incident));
            }
        }
        parts.mail().post(tx, letters);
        parts.jobs().add(tx, SendStep.JOB, written, clock.instant());
    }

    private ObjectId write(Transaction tx, SubscriberId to, StatusIncident incident) {
        Instant now = clock.instant();
        ObjectId id = ids.next();
        messages.insert(tx, new Message(id, to, JSON.writeValueAsBytes(body(id, to, incident)), now));
        return id;
    }

    private ObjectNode body(ObjectId id, SubscriberId to, StatusIncident incident) {
        StatusIncident.Update update = incident.latest();
        ObjectNode body = JSON.createObjectNode()
                .put("event", EVENT)
                .put("eventId", id.value())
                .put("page", parts.links().page())
                .put("unsubscribe", parts.links().link(Links.Use.UNSUBSCRIBE, to));
        ObjectNode its = body.putObject("incident")
                .put("id", incident.id().toString())
                .put("title", incident.title())
                .put("stage", update.stage().code())
                .put("beganAt", incident.beganAt().toString());
        incident.resolvedAt().ifPresent(at -> its.put("resolvedAt", at.toString()));
        incident.components().forEach(its.putArray("components")::add);
        its.putObject("update")
                .put("number", update.number())
                .put("text", update.text())
                .put("at", update.at().toString());
        return body;
    }
}
