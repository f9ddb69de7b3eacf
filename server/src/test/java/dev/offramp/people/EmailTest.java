package dev.offramp.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a.b+c@x-y.example.co", "o'hara@example.com", "owner@offramp.localhost"})
    void takesAddresses(String text) {
        assertThat(Email.parse(text)).contains(new Email(text));
    }

    @Test
    void isOneInAnyCase() {
        assertThat(Email.parse(" Ada@Example.COM\n")).isEqualTo(Email.parse("ada@example.com"));
        assertThatThrownBy(() -> new Email("Ada@example.com")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "a da@example.com",
                "ada@@example.com",
                "ada@example..com",
                ".ada@example.com",
                "ada.@example.com",
                "ada@-example.com",
                "ada@example.com,b@c.de",
                "ada@1.2.3.4",
                "\"ada\"@example.com",
                "ad\u0430@example.com",
                "ada@example.com\nBcc: b@c.de"
            })
    void takesNothingElse(String text) {
        assertThat(Email.parse(text)).isEmpty();
    }

    @Test
    void hasALimit() {
        String longest =
                "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60) + ".example";
        assertThat(longest).hasSize(254 + 1);
        assertThat(Email.parse(longest)).isEmpty();
        assertThat(Email.parse(longest.replace("bb.", "b."))).isPresent();
        assertThat(Email.parse("a".repeat(65) + "@example.com")).isEmpty();
    }
}
