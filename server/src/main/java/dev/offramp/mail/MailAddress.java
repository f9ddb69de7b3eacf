package dev.offramp.mail;

import java.util.regex.Pattern;

/// Who a letter is from, as it stands in its header.
///
/// @param name shown beside the address; may be empty
/// @param address one, such as `no-reply@example.com`
public record MailAddress(String name, String address) {

    private static final int LENGTH_MAX = 254;

    /// Neither blanks nor what parts addresses or ends lines.
    private static final Pattern FORM = Pattern.compile("[!-~&&[^\\s@<>,;:\"()\\[\\]\\\\]]{1,64}@[A-Za-z0-9.-]{1,253}");

    private static final Pattern NAMED = Pattern.compile("([^<>\"\\p{Cntrl}]{0,100}?)\\s*<([^<>]+)>");

    public MailAddress {
        check(address);
    }

    static void check(String address) {
        if (address.length() > LENGTH_MAX || !FORM.matcher(address).matches()) {
            throw new IllegalArgumentException("must be an e-mail address, such as no-reply@example.com");
        }
    }

    /// Reads `no-reply@example.com` or `Offramp <no-reply@example.com>`.
    ///
    /// @throws IllegalArgumentException with words that follow what it is of
    public static MailAddress parse(String text) {
        var named = NAMED.matcher(text.strip());
        return named.matches()
                ? new MailAddress(named.group(1).strip(), named.group(2).strip())
                : new MailAddress("", text.strip());
    }
}
