package dev.offramp.people;

import dev.offramp.tenancy.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// How many tries somebody has for something in some time.
///
/// @param name what is tried, and by whom; no two budgets have one
record Budget(String name, int most, Duration time) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final int COUNTED = 1_000_000_000;
    private static final int IPV4_PREFIX = 24;
    private static final int IPV6_PREFIX = 48;

    /// Tries of one address from one source. Whoever uses it up closes the address to this source alone.
    static Budget account(String address, Browser browser) {
        return new Budget("account " + source(browser.address()) + " " + address, 10, HOUR);
    }

    /// Tries of all addresses from one source.
    static Budget source(Browser browser) {
        return new Budget("source " + source(browser.address()), 100, HOUR);
    }

    /// Tries of a browser that signed in as this person before. Nobody else can use it up.
    static Budget device(PersonId person, Browser browser) {
        return new Budget(
                "device " + person + " " + browser.device().map(Token::text).orElse(""), 10, HOUR);
    }

    /// Codes for one person from all sources. Only who has the password can use it up, and even then a known browser
    /// and a passkey still work: against someone with the password and many sources, a million codes must suffice.
    static Budget codes(PersonId person) {
        return new Budget("codes " + person, 50, DAY);
    }

    static Budget signUps(Browser browser) {
        return new Budget("sign-ups " + source(browser.address()), 5, HOUR);
    }

    /// Letters that somebody asked for in the name of whoever has an address.
    static Budget letters(Browser browser) {
        return new Budget("letters " + source(browser.address()), 10, HOUR);
    }

    /// Letters to one address from all sources. Who uses it up keeps nobody out: the last letter has a link that works.
    static Budget lettersTo(Email email) {
        return new Budget("letters to " + email, 5, HOUR);
    }

    /// Challenges that anybody may ask for: each is a row.
    static Budget challenges(Browser browser, boolean isKnown) {
        String who = isKnown ? browser.device().map(Token::text).orElse("") : source(browser.address());
        return new Budget("challenges " + who, 300, HOUR);
    }

    /// Addresses somebody tried to take: the answer tells whether somebody else has one.
    static Budget addresses(PersonId person) {
        return new Budget("addresses " + person, 5, HOUR);
    }

    /// What is only counted: nothing is refused for it.
    static Budget failures(Optional<PersonId> person) {
        return new Budget("failures " + name(person), COUNTED, HOUR);
    }

    /// What is only counted: tries that were refused already.
    static Budget refusals(Optional<PersonId> person) {
        return new Budget("refusals " + name(person), COUNTED, HOUR);
    }

    private static String name(Optional<PersonId> person) {
        return person.map(PersonId::toString).orElse("of nobody");
    }

    /// The network an address is from: neighbours share it, and so do the many addresses one machine may have.
    static String source(InetAddress address) {
        return new AddressRange(address, address instanceof Inet6Address ? IPV6_PREFIX : IPV4_PREFIX).toString();
    }
}
