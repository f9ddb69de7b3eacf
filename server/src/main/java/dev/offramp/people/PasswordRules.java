package dev.offramp.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords are taken: length is what counts (NIST SP 800-63B).
final class PasswordRules {

    static final int LENGTH_MIN = 10;
    static final int LENGTH_MAX = 200;

    /// Those of ten characters and more that lead every list of leaked ones.
    private static final Set<String> COMMON = read("common-passwords.txt");

    private PasswordRules() {}

    static Optional<PasswordProblem> problem(Password password, Email owner) {
        String text = password.normal();
        int length = text.codePointCount(0, text.length());
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (length < LENGTH_MIN) {
            return Optional.of(PasswordProblem.TOO_SHORT);
        }
        if (length > LENGTH_MAX) {
            return Optional.of(PasswordProblem.TOO_LONG);
        }
        if (lower.equals(owner.text())) {
            return Optional.of(PasswordProblem.IS_ADDRESS);
        }
        return COMMON.contains(lower) ? Optional.of(PasswordProblem.COMMON) : Optional.empty();
    }

    private static Set<String> read(String name) {
        try (InputStream in = Objects.requireNonNull(PasswordRules.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
