package dev.offramp.http;

import dev.offramp.web.Content;
import dev.offramp.web.RawRequest;
import dev.offramp.wire.Fields;
import dev.offramp.wire.Form;
import dev.offramp.wire.FormReading;
import dev.offramp.wire.JsonBody;
import dev.offramp.wire.Reading;
import dev.offramp.wire.Reasons;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Sent;
import dev.offramp.wire.TextField;
import dev.offramp.wire.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The check of query, body and idempotency key against what the endpoint takes. Everything wrong with both is said at
/// once.
final class InputCheck implements Check {

    private static final String JSON = "application/json";
    private static final TextField KEY = Fields.text(Headers.IDEMPOTENCY_KEY);

    @Override
    public Verdict examine(Call call) {
        Optional<Form> form = call.route().body();
        Optional<Refusal> unreadable = form.flatMap(wanted -> unreadable(call.raw()));
        if (unreadable.isPresent()) {
            return new Verdict.Refused(call, Answer.refusal(unreadable.get()));
        }
        Reasons reasons = key(call);
        Values query = values(call.route().query().read(call.sentQuery()), reasons);
        Values body =
                form.map(wanted -> body(wanted, call.raw().content(), reasons)).orElse(Values.NONE);
        return reasons.isEmpty()
                ? new Verdict.Passed(call.with(query, body))
                : new Verdict.Refused(call, Answer.invalid(reasons));
    }

    private static Optional<Refusal> unreadable(RawRequest raw) {
        return switch (raw.content()) {
            case Content.TooLarge _ -> Optional.of(Refusal.BODY_TOO_LARGE);
            case Content.Whole(byte[] bytes)
            when bytes.length > 0 && !isJson(raw) -> Optional.of(Refusal.MEDIA_TYPE_UNSUPPORTED);
            case Content.Whole _ -> Optional.empty();
        };
    }

    /// No media type at all is taken for JSON; its parameters are of no concern.
    private static boolean isJson(RawRequest raw) {
        return raw.header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase(JSON))
                .orElse(true);
    }

    private static Values body(Form form, Content content, Reasons reasons) {
        if (!(content instanceof Content.Whole(byte[] bytes))) {
            throw new IllegalStateException("answered before: " + content);
        }
        return switch (JsonBody.read(bytes)) {
            case JsonBody.Content.Members(Map<String, Sent> sent) -> {
                reasons.add(form.unknown(sent));
                yield values(form.read(sent), reasons);
            }
            case JsonBody.Content.Unreadable(Reasons why) -> {
                reasons.add(why);
                yield Values.NONE;
            }
        };
    }

    private static Reasons key(Call call) {
        Reasons reasons = new Reasons();
        call.idempotencyKey().map(key -> KEY.read(Sent.text(key))).ifPresent(reading -> {
            if (reading instanceof Reading.Bad<String>(List<String> why)) {
                why.forEach(reason -> reasons.add(KEY.name(), reason));
            }
        });
        return reasons;
    }

    private static Values values(FormReading reading, Reasons reasons) {
        return switch (reading) {
            case FormReading.Filled(Values values) -> values;
            case FormReading.Invalid(Reasons why) -> {
                reasons.add(why);
                yield Values.NONE;
            }
        };
    }
}
