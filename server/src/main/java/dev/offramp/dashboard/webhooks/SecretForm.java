package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.Once;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Look.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a webhook secret is replaced.
public final class SecretForm {

    public static final Field<Duration> OVERLAP = Fields.choice(
                    "overlap",
                    "The old secret",
                    List.of(
                            new Choice("0", "ends at once: somebody else knows it"),
                            new Choice("1", "is valid beside the new one for 1 hour"),
                            new Choice("24", "is valid beside the new one for 24 hours"),
                            new Choice("168", "is valid beside the new one for 7 days")),
                    SecretForm::hours)
            .required();

    public static final Field<Boolean> OWN =
            Fields.flag("own", "For this environment alone: from then on the environments share no secret");

    static final List<Field<?>> ROTATING = List.of(OVERLAP, OWN, Once.KEY);

    private SecretForm() {}

    private static Optional<Duration> hours(String text) {
        return List.of("0", "1", "24", "168").contains(text)
                ? Optional.of(Duration.ofHours(Long.parseLong(text)))
                : Optional.empty();
    }
}
