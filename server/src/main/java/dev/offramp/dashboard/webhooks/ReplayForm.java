package dev.offramp.dashboard.webhooks;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.form.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Which deliveries are wanted once more.
public final class ReplayForm {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public static final Field<Instant> SINCE =
            Fields.text("since", "Since").then(ReplayForm::moment).required();

    public static final Field<Boolean> FAILED = Fields.choice(
                    "which",
                    "Which",
                    List.of(new Choice("failed", "What failed"), new Choice("all", "Everything, delivered or not")),
                    text -> Optional.of(text)
                            .filter(List.of("failed", "all")::contains)
                            .map("failed"::equals))
            .required();

    static final List<Field<?>> ALL = List.of(SINCE, FAILED);

    private ReplayForm() {}

    private static Reading<Instant> moment(String text) {
        try {
            String plain = text.replace('T', ' ');
            return Reading.good(LocalDateTime.parse(plain, FORM).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notAMoment) {
            return Reading.bad("Since must be a time in UTC, such as 2026-11-29 21:40.");
        }
    }
}
