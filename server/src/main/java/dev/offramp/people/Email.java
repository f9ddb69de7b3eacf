package dev.offramp.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address, by which a person is known. Two that differ only in case are one, so it is kept in lower case.
///
/// ASCII only: letters that merely look alike must not make two people of one address.
public record Email(String text) {

    private static final int LENGTH_MAX = 254;

    /// RFC 5321 without quoted local parts and address literals, which nobody has.
    private static final Pattern FORM = Pattern.compile("(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
            + "(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+"
            + "[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    public Email {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an e-mail address in lower case");
        }
    }

    /// Reads an address; blanks around it do not count. Empty for anything else.
    public static Optional<Email> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return isValid(lower) ? Optional.of(new Email(lower)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return text.length() <= LENGTH_MAX && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
